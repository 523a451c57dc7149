package io.openvpos.settlement.batch.domain;

/// Gross amounts by type as magnitudes in minor units: what left the merchant is positive in its
/// own column. Chargebacks are net of their reversals.
public record TypeTotals(
    long capturedCount, long captured, long voided, long refunded, long chargebacks) {

  public static final TypeTotals ZERO = new TypeTotals(0, 0, 0, 0, 0);

  public static TypeTotals of(Line line) {
    long gross = line.figures().gross();
    long taken = Math.negateExact(gross);
    return switch (line.type()) {
      case CAPTURE -> new TypeTotals(1, gross, 0, 0, 0);
      case VOID -> new TypeTotals(0, 0, taken, 0, 0);
      case REFUND -> new TypeTotals(0, 0, 0, taken, 0);
      case CHARGEBACK, CHARGEBACK_REVERSAL -> new TypeTotals(0, 0, 0, 0, taken);
      case ADJUSTMENT -> ZERO;
    };
  }

  public TypeTotals plus(TypeTotals other) {
    return new TypeTotals(
        capturedCount + other.capturedCount,
        Math.addExact(captured, other.captured),
        Math.addExact(voided, other.voided),
        Math.addExact(refunded, other.refunded),
        Math.addExact(chargebacks, other.chargebacks));
  }
}
