package io.openvpos.settlement.report.day;

import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.TypeTotals;

/// Sums of lines, in minor units of one currency; figures are signed from the merchants' view.
record DaySum(long lines, TypeTotals types, Figures figures) {

  static final DaySum ZERO = new DaySum(0, TypeTotals.ZERO, Figures.ZERO);

  static DaySum of(Line line) {
    return new DaySum(1, TypeTotals.of(line), line.figures());
  }

  DaySum plus(DaySum other) {
    return new DaySum(lines + other.lines, types.plus(other.types), figures.plus(other.figures));
  }
}
