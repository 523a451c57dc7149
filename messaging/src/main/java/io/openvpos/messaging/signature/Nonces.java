package io.openvpos.messaging.signature;

import java.time.Instant;

/// The nonces that were used and could be used again.
public interface Nonces {

  /// False if the account has used it already.
  ///
  /// @param until it is remembered at least until then
  boolean take(String account, String nonce, Instant until);
}
