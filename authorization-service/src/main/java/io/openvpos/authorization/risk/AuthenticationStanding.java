package io.openvpos.authorization.risk;

/// Whether a payment's shopper can be asked to prove who they are, or what came of asking.
public enum AuthenticationStanding {
  /// Nobody can be asked: no way back for a browser, 3-D Secure is off, or the card takes no part.
  IMPOSSIBLE,
  /// Not asked yet.
  POSSIBLE,
  AUTHENTICATED,
  ATTEMPTED,
  /// Asked, and nobody could tell.
  UNAVAILABLE
}
