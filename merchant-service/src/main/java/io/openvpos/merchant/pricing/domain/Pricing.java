package io.openvpos.merchant.pricing.domain;

import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.contract.domain.SaleTerms;

/// Computes charges. A capture is priced once, whole; what a refund returns of it is the difference
/// of two shares, so any chain of refunds from 0 to the whole returns exactly what was charged.
public final class Pricing {

  private static final int WHOLE_BASIS_POINTS = 10_000;

  private Pricing() {}

  /// The charge for a capture of `amount` minor units.
  public static Charge capture(ContractTerms terms, SaleTerms sale, long amount) {
    PriceRow row = terms.rowFor(sale);
    long agreed =
        Math.addExact(
            HalfUp.proportion(amount, row.rateBasisPoints(), WHOLE_BASIS_POINTS),
            row.fixedMinorUnits());
    return taxed(terms, agreed);
  }

  /// The charge for a single event's agreed fee.
  public static Charge fee(ContractTerms terms, long agreed) {
    return taxed(terms, agreed);
  }

  /// What a refund that moves the refunded amount of a capture from `before` to `after` gives back
  /// of the capture's charge.
  public static Charge returned(Charge charged, long captured, long before, long after) {
    if (before < 0 || after < before || after > captured) {
      throw new IllegalArgumentException("a refund lies within its capture");
    }
    return share(charged, captured, after).minus(share(charged, captured, before));
  }

  private static Charge share(Charge charged, long captured, long refunded) {
    return new Charge(
        HalfUp.proportion(charged.commission(), refunded, captured),
        HalfUp.proportion(charged.bsmv(), refunded, captured));
  }

  private static Charge taxed(ContractTerms terms, long agreed) {
    int rate = terms.bsmvBasisPoints();
    return switch (terms.bsmv()) {
      case ON_TOP -> new Charge(agreed, HalfUp.proportion(agreed, rate, WHOLE_BASIS_POINTS));
      case INSIDE -> {
        long tax = HalfUp.proportion(agreed, rate, WHOLE_BASIS_POINTS + (long) rate);
        yield new Charge(agreed - tax, tax);
      }
    };
  }
}
