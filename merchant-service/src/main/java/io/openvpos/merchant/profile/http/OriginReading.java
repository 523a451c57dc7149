package io.openvpos.merchant.profile.http;

import io.openvpos.merchant.profile.domain.CheckoutOrigin;
import io.openvpos.merchant.request.FieldErrors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads and checks the origins of a checkout's frames.
final class OriginReading {

  private OriginReading() {}

  /// In the order sent, each once.
  static List<CheckoutOrigin> read(@Nullable List<@Nullable String> sent) {
    FieldErrors errors = new FieldErrors();
    errors.check(sent != null, "/origins", "required");
    Set<CheckoutOrigin> read = new LinkedHashSet<>();
    List<@Nullable String> typed = sent == null ? List.of() : sent;
    errors.check(typed.size() <= CheckoutOrigin.MOST, "/origins", "too_many");
    errors.throwIfAny();
    for (int i = 0; i < typed.size(); i++) {
      String one = typed.get(i);
      Optional<CheckoutOrigin> origin = one == null ? Optional.empty() : CheckoutOrigin.read(one);
      errors.check(origin.isPresent(), "/origins/" + i, "invalid_origin");
      origin.ifPresent(read::add);
    }
    errors.throwIfAny();
    return List.copyOf(read);
  }
}
