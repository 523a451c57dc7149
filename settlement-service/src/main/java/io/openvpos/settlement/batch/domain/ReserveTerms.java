package io.openvpos.settlement.batch.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a contract version holds back of a batch, as the ledger's lines carry it.
///
/// @param basisPoints of the net where that is positive, in hundredths of a percent
/// @param days calendar days from the business day until it is given back
public record ReserveTerms(int basisPoints, int days) {

  public static final ReserveTerms NONE = new ReserveTerms(0, 0);

  private static final BigDecimal WHOLE_BASIS_POINTS = BigDecimal.valueOf(10_000);

  public ReserveTerms {
    if (basisPoints < 0 || basisPoints > 10_000 || days < 0) {
      throw new IllegalArgumentException("a reserve of " + basisPoints + " for " + days + " days");
    }
  }

  /// Held of a net in minor units, halves up; nothing of what is owed by the merchant.
  public long of(long net) {
    return BigDecimal.valueOf(Math.max(0, net))
        .multiply(BigDecimal.valueOf(basisPoints))
        .divide(WHOLE_BASIS_POINTS, 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
