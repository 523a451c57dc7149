package io.openvpos.authorization.checkout;

import io.openvpos.authorization.checkout.domain.CheckoutSession;
import java.util.Optional;

/// The stored sessions.
public interface CheckoutSessions {

  /// False if the key is taken.
  boolean add(CheckoutSession session);

  Optional<CheckoutSession> byKey(String key);

  /// By the random id that its address has.
  Optional<CheckoutSession> byId(String id);

  /// The compare-and-set: false if the session is no longer what `after` was made of; nothing is
  /// changed then.
  boolean store(CheckoutSession after);
}
