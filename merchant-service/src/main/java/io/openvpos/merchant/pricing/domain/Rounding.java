package io.openvpos.merchant.pricing.domain;

/// One place where a price is rounded: `number * factor / divisor` of minor units, halves up.
///
/// @param rounded what the ledger goes on with
public record Rounding(Step step, long number, long factor, long divisor, long rounded) {

  /// What is rounded.
  public enum Step {
    /// The amount by the row's rate, over 10,000 basis points.
    COMMISSION,
    /// On top: the commission by the tax rate, over 10,000 basis points.
    TAX_ON_TOP,
    /// Inside: the agreed commission by the tax rate, over 10,000 basis points and that rate.
    TAX_INSIDE
  }

  static Rounding halfUp(Step step, long number, long factor, long divisor) {
    return new Rounding(step, number, factor, divisor, HalfUp.proportion(number, factor, divisor));
  }

  /// As an exact fraction of minor units.
  public String exact() {
    return number + " * " + factor + " / " + divisor;
  }
}
