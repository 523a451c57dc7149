package io.openvpos.sandbox.verify.books;

/// Amounts in minor units, signed from the merchant's view: a commission charged is negative.
public record Figures(long gross, long commission, long tax, long net) {

  public static final Figures ZERO = new Figures(0, 0, 0, 0);

  /// The legs of a batch line, turned to the merchant's view. The scheme's leg is the gross; of an
  /// adjustment, whatever is left.
  public static Figures of(BookedEntry entry) {
    long commission = entry.on("commission_income");
    long tax = entry.on("bsmv_payable");
    long net = -entry.on("merchant_pending");
    long gross =
        entry.type().equals("adjustment") ? net - commission - tax : entry.on("scheme_receivable");
    return new Figures(gross, commission, tax, net);
  }

  public Figures plus(Figures other) {
    return new Figures(
        Math.addExact(gross, other.gross),
        Math.addExact(commission, other.commission),
        Math.addExact(tax, other.tax),
        Math.addExact(net, other.net));
  }
}
