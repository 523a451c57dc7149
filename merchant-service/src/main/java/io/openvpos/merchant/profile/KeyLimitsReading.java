package io.openvpos.merchant.profile;

import io.openvpos.merchant.profile.domain.KeyLimits;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.access.AddressRange;
import io.openvpos.messaging.access.KeyGuard;
import io.openvpos.messaging.access.KeyScope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads and checks what a key is to be limited to.
public final class KeyLimitsReading {

  private KeyLimitsReading() {}

  /// As sent; what is absent does not limit.
  public record Sent(
      @Nullable String expiresAt,
      @Nullable List<@Nullable String> allowedAddresses,
      @Nullable String signingKey) {}

  /// Where `errors` has found anything, they are not what was sent.
  public static KeyLimits read(Sent sent, KeyScope scope, Instant now, FieldErrors errors) {
    String signer = sent.signingKey();
    if (signer != null) {
      boolean right = KeyGuard.read(List.of(), signer).isPresent();
      errors.check(right, "/signing_key", "invalid_public_key");
      // What is in everybody's browser cannot keep a private key.
      errors.check(scope == KeyScope.SECRET, "/signing_key", "not_of_publishable");
    }
    return new KeyLimits(
        end(sent.expiresAt(), now, errors).orElse(null),
        addresses(sent.allowedAddresses(), errors),
        signer);
  }

  /// What a change makes of a key's limits: what it does not name stays, and null takes away. Where
  /// `errors` has found anything, it is not what was sent.
  ///
  /// @param named the fields that were sent
  public static UnaryOperator<KeyLimits> change(
      Set<String> named, Sent sent, KeyScope scope, Instant now, FieldErrors errors) {
    KeyLimits read = read(sent, scope, now, errors);
    return limits ->
        new KeyLimits(
            named.contains("expires_at") ? read.expiresAt() : limits.expiresAt(),
            named.contains("allowed_addresses") ? read.addresses() : limits.addresses(),
            named.contains("signing_key") ? read.signingKey() : limits.signingKey());
  }

  private static Optional<Instant> end(@Nullable String sent, Instant now, FieldErrors errors) {
    if (sent == null) {
      return Optional.empty();
    }
    try {
      Instant end = OffsetDateTime.parse(sent).toInstant().truncatedTo(ChronoUnit.MILLIS);
      errors.check(end.isAfter(now), "/expires_at", "in_the_past");
      errors.check(!end.isAfter(now.plus(KeyLimits.LONGEST)), "/expires_at", "out_of_range");
      return Optional.of(end);
    } catch (DateTimeException malformed) {
      errors.check(false, "/expires_at", "invalid_format");
      return Optional.empty();
    }
  }

  private static List<AddressRange> addresses(
      @Nullable List<@Nullable String> sent, FieldErrors errors) {
    if (sent == null) {
      return List.of();
    }
    // Whoever sends an empty list may have lost what was to be in it: it would open the key to all.
    errors.check(!sent.isEmpty(), "/allowed_addresses", "required");
    if (sent.size() > KeyLimits.MOST_ADDRESSES) {
      errors.note("/allowed_addresses", "too_many");
      return List.of();
    }
    Set<AddressRange> read = new LinkedHashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      String one = sent.get(i);
      Optional<AddressRange> range = one == null ? Optional.empty() : AddressRange.read(one);
      errors.check(range.isPresent(), "/allowed_addresses/" + i, "invalid_network");
      range.ifPresent(read::add);
    }
    return List.copyOf(read);
  }
}
