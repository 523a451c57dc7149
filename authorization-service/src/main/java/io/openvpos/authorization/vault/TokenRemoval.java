package io.openvpos.authorization.vault;

import io.openvpos.money.Mode;

/// Takes a kept card away from a merchant, as its holder may ask.
public interface TokenRemoval {

  /// No payment is made with the token from now on. The number stays encrypted for refunds and
  /// reversals of what was paid, until its retention is over. A payment that brings the same card
  /// keeps it again, under the same token.
  ///
  /// @return false if the merchant has no such token in this mode, or has removed it already
  boolean remove(String merchantId, Mode mode, String token);
}
