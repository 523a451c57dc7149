package io.openvpos.merchant.ledger.domain.journal;

/// The part of one capture that a void or a refund takes back, in minor units; possibly nothing.
///
/// @param captured all that the capture took
/// @param contractVersion the capture's own, which prices this portion too
public record Portion(long captured, int contractVersion, long refundedBefore, long refundedAfter) {

  public Portion {
    Invariant.check(
        captured > 0
            && 0 <= refundedBefore
            && refundedBefore <= refundedAfter
            && refundedAfter <= captured,
        "a portion lies within its capture");
  }

  public long amount() {
    return refundedAfter - refundedBefore;
  }

  public boolean whole() {
    return refundedBefore == 0 && refundedAfter == captured;
  }
}
