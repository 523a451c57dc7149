package io.openvpos.authorization.checkout;

import io.openvpos.authorization.checkout.domain.PaymentLink;
import io.openvpos.money.Mode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps payment links.
public interface LinkStore {

  /// False if the key has a link.
  boolean add(PaymentLink link);

  Optional<PaymentLink> byKey(String key);

  Optional<PaymentLink> byId(String id);

  /// False if it was changed since it was read.
  boolean store(PaymentLink after);

  /// A merchant's, newest first.
  ///
  /// @param after those that come behind this one; null: from the newest
  List<PaymentLink> of(String merchantId, Mode mode, @Nullable PaymentLink after, int limit);
}
