package io.openvpos.merchant.ledger.domain.hold;

import io.openvpos.merchant.ledger.domain.journal.Invariant;

/// What one fact, or many, did to holds. Amounts in minor units, none of them negative.
///
/// @param authorizations approvals of the issuer
/// @param authorized their sum, and increments of holds that ended
/// @param captures how many there are
/// @param captured the sum of the captures
/// @param released holds given up by a void, an expiry or the rest of a final capture
public record HoldMoves(
    long authorizations, long authorized, long captures, long captured, long released) {

  public static final HoldMoves NONE = new HoldMoves(0, 0, 0, 0, 0);

  public HoldMoves {
    Invariant.check(
        authorizations >= 0 && authorized >= 0 && captures >= 0 && captured >= 0 && released >= 0,
        "a hold is never negative");
  }

  public static HoldMoves authorization(long amount) {
    return new HoldMoves(1, amount, 0, 0, 0);
  }

  /// Increments are told with the fact that ends the hold, since they have none of their own.
  public static HoldMoves capture(long amount, long released, long incremented) {
    return new HoldMoves(0, incremented, 1, amount, released);
  }

  /// Without a capture.
  public static HoldMoves end(long released, long incremented) {
    return new HoldMoves(0, incremented, 0, 0, released);
  }

  public HoldMoves plus(HoldMoves other) {
    return new HoldMoves(
        Math.addExact(authorizations, other.authorizations),
        Math.addExact(authorized, other.authorized),
        Math.addExact(captures, other.captures),
        Math.addExact(captured, other.captured),
        Math.addExact(released, other.released));
  }
}
