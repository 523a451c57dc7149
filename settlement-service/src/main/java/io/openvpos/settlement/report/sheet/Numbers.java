package io.openvpos.settlement.report.sheet;

import io.openvpos.settlement.report.domain.Cell;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;

/// Cells as numbers and times.
final class Numbers {

  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

  private Numbers() {}

  static BigDecimal of(Cell.Amount amount) {
    int digits = Math.max(0, Currency.getInstance(amount.currency()).getDefaultFractionDigits());
    return BigDecimal.valueOf(amount.minorUnits(), digits);
  }

  static LocalDateTime local(Cell.Moment moment) {
    return LocalDateTime.ofInstant(moment.value(), ISTANBUL);
  }
}
