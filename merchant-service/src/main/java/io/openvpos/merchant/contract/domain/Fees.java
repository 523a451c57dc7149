package io.openvpos.merchant.contract.domain;

/// What single events cost, in minor units of the event's own currency and without tax.
///
/// @param refund charged for each refund
/// @param chargeback charged for each chargeback
/// @param chargebackReturned whether a won dispute returns the chargeback fee
public record Fees(long refund, long chargeback, boolean chargebackReturned) {

  public Fees {
    if (refund < 0 || chargeback < 0) {
      throw new IllegalArgumentException("a fee is not negative");
    }
  }

  public static Fees none() {
    return new Fees(0, 0, true);
  }
}
