package io.openvpos.merchant.adjustment.domain;

import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import org.jspecify.annotations.Nullable;

/// What somebody asks for. Never changes afterwards: the second person decides on just this.
///
/// @param amount signed from the merchant's view: a credit to the merchant is positive
/// @param paymentId the payment that it is about, as the asker says; nothing is computed from it
public record Wanted(
    String merchantId,
    Mode mode,
    Money amount,
    AdjustmentKind kind,
    String reason,
    @Nullable String paymentId) {

  /// A million liras in one step, as the fees of a contract are bounded.
  public static final long MAX_MINOR_UNITS = 100_000_000;

  public static final int MAX_REASON = 500;

  public Wanted {
    if (!withinBounds(amount.minorUnits())) {
      throw new IllegalArgumentException("an adjustment moves 1 to " + MAX_MINOR_UNITS);
    }
    if (reason.isBlank() || reason.length() > MAX_REASON) {
      throw new IllegalArgumentException("an adjustment has a reason");
    }
  }

  /// Whether an adjustment may be of this amount, in minor units and either sign.
  public static boolean withinBounds(long minorUnits) {
    return minorUnits != 0 && -MAX_MINOR_UNITS <= minorUnits && minorUnits <= MAX_MINOR_UNITS;
  }
}
