package io.openvpos.merchant.contract.domain;

/// What single events cost, in minor units of the event's own currency and without tax.
///
/// @param refund charged for each refund, at most [#MAX_MINOR_UNITS]
/// @param chargeback charged for each chargeback, at most [#MAX_MINOR_UNITS]
/// @param chargebackReturned whether a won dispute returns the chargeback fee
public record Fees(long refund, long chargeback, boolean chargebackReturned) {

  /// A million liras, for one event. A sale is at most a hundred times this, so no sum of an entry
  /// comes near what 64 bits hold.
  public static final long MAX_MINOR_UNITS = 100_000_000;

  public Fees {
    if (!inRange(refund) || !inRange(chargeback)) {
      throw new IllegalArgumentException("a fee is 0 to " + MAX_MINOR_UNITS + " minor units");
    }
  }

  private static boolean inRange(long fee) {
    return 0 <= fee && fee <= MAX_MINOR_UNITS;
  }

  public static Fees none() {
    return new Fees(0, 0, true);
  }
}
