package io.openvpos.merchant.contract.domain;

/// What is held back of every batch against later refunds and chargebacks.
///
/// @param basisPoints of the batch's net where that is positive, in hundredths of a percent
/// @param releaseDays calendar days from the business day until it is given back
public record Reserve(int basisPoints, int releaseDays) {

  /// The whole net.
  public static final int MAX_BASIS_POINTS = 10_000;

  /// A year: longer than any scheme lets a cardholder dispute a sale.
  public static final int MAX_RELEASE_DAYS = 365;

  public static final Reserve NONE = new Reserve(0, 0);

  public Reserve {
    if (basisPoints < 0 || basisPoints > MAX_BASIS_POINTS) {
      throw new IllegalArgumentException("a reserve of " + basisPoints + " basis points");
    }
    if (releaseDays < (basisPoints == 0 ? 0 : 1) || releaseDays > MAX_RELEASE_DAYS) {
      throw new IllegalArgumentException("a reserve is held 1 to " + MAX_RELEASE_DAYS + " days");
    }
  }
}
