package io.openvpos.merchant.pricing.domain;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.contract.domain.SaleTerms;
import io.openvpos.merchant.pricing.domain.Rounding.Step;
import java.util.List;

/// Computes charges. A capture is priced once, whole; what a refund returns of it is the difference
/// of two shares, so any chain of refunds from 0 to the whole returns exactly what was charged.
public final class Pricing {

  private static final int WHOLE_BASIS_POINTS = 10_000;

  private Pricing() {}

  /// The charge for a capture of `amount` minor units.
  public static Charge capture(ContractTerms terms, SaleTerms sale, long amount) {
    return working(terms, sale, amount).charge();
  }

  /// The same with every step of it.
  public static Working working(ContractTerms terms, SaleTerms sale, long amount) {
    PriceRow row = terms.rowFor(sale);
    Rounding commission =
        Rounding.halfUp(Step.COMMISSION, amount, row.rateBasisPoints(), WHOLE_BASIS_POINTS);
    long agreed =
        Math.max(
            Math.addExact(commission.rounded(), row.fixedMinorUnits()), row.minimumMinorUnits());
    Rounding tax = tax(terms, agreed);
    return new Working(amount, row, agreed, List.of(commission, tax), charge(terms, agreed, tax));
  }

  /// The charge for a single event's agreed fee.
  public static Charge fee(ContractTerms terms, long agreed) {
    return charge(terms, agreed, tax(terms, agreed));
  }

  /// What a refund that moves the refunded amount of a capture from `before` to `after` gives back
  /// of the capture's charge.
  public static Charge returned(Charge charged, long captured, long before, long after) {
    if (before < 0 || after < before || after > captured) {
      throw new IllegalArgumentException("a refund lies within its capture");
    }
    return share(charged, captured, after).minus(share(charged, captured, before));
  }

  /// What of a capture's charge belongs to the refunded part of it.
  public static Charge share(Charge charged, long captured, long refunded) {
    return new Charge(
        HalfUp.proportion(charged.commission(), refunded, captured),
        HalfUp.proportion(charged.bsmv(), refunded, captured));
  }

  private static Rounding tax(ContractTerms terms, long agreed) {
    int rate = terms.bsmvBasisPoints();
    return switch (terms.bsmv()) {
      case ON_TOP -> Rounding.halfUp(Step.TAX_ON_TOP, agreed, rate, WHOLE_BASIS_POINTS);
      case INSIDE ->
          Rounding.halfUp(Step.TAX_INSIDE, agreed, rate, WHOLE_BASIS_POINTS + (long) rate);
    };
  }

  private static Charge charge(ContractTerms terms, long agreed, Rounding tax) {
    long commission = terms.bsmv() == BsmvTreatment.ON_TOP ? agreed : agreed - tax.rounded();
    return new Charge(commission, tax.rounded());
  }
}
