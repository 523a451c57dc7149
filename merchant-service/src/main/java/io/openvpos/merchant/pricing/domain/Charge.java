package io.openvpos.merchant.pricing.domain;

/// What the contract takes from the merchant, in minor units.
///
/// @param commission the acquirer's income, without tax
/// @param bsmv the banking tax, owed to the state
public record Charge(long commission, long bsmv) {

  public static final Charge NONE = new Charge(0, 0);

  public Charge {
    if (commission < 0 || bsmv < 0) {
      throw new IllegalArgumentException("a charge is not negative");
    }
  }

  /// What the merchant pays in all.
  public long total() {
    return Math.addExact(commission, bsmv);
  }

  public Charge plus(Charge other) {
    return new Charge(Math.addExact(commission, other.commission), Math.addExact(bsmv, other.bsmv));
  }

  Charge minus(Charge other) {
    return new Charge(commission - other.commission, bsmv - other.bsmv);
  }
}
