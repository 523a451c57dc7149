package io.openvpos.settlement.fx.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How far a currency may move from one table to the next before a second person has to look.
///
/// @param basisPoints of the price of one unit in the table before, in hundredths of a percent
public record Plausibility(int basisPoints) {

  private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

  public Plausibility {
    if (basisPoints < 1 || basisPoints > 10_000) {
      throw new IllegalArgumentException("a bound of " + basisPoints + " basis points");
    }
  }

  /// The currencies to be looked at, in order: moved too far, or not comparable.
  public List<String> doubtful(RateSheet sheet, Optional<RateSheet> before) {
    return sheet.rates().values().stream()
        .filter(rate ->
            before.flatMap(one -> one.of(rate.currency())).filter(was -> near(rate, was)).isEmpty())
        .map(Rate::currency)
        .toList();
  }

  private boolean near(Rate rate, Rate was) {
    BigDecimal moved = rate.perUnit().subtract(was.perUnit()).abs();
    BigDecimal bound = was.perUnit().multiply(BigDecimal.valueOf(basisPoints));
    return moved.multiply(WHOLE).compareTo(bound) <= 0;
  }
}
