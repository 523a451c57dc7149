package io.openvpos.settlement.batch.domain;

/// Amounts in minor units, signed from the merchant's view: a commission charged is negative, one
/// returned positive. The net is the sum of the other three, always.
public record Figures(long gross, long commission, long tax, long net) {

  public static final Figures ZERO = new Figures(0, 0, 0, 0);

  public Figures {
    if (Math.addExact(Math.addExact(gross, commission), tax) != net) {
      throw new IllegalStateException(
          "net " + net + " is not " + gross + " + " + commission + " + " + tax);
    }
  }

  public Figures plus(Figures other) {
    return new Figures(
        Math.addExact(gross, other.gross),
        Math.addExact(commission, other.commission),
        Math.addExact(tax, other.tax),
        Math.addExact(net, other.net));
  }
}
