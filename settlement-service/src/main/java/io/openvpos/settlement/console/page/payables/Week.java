package io.openvpos.settlement.console.page.payables;

import io.openvpos.settlement.payables.PayablesView.Expected;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The payouts of one week, Monday to Sunday.
record Week(LocalDate monday, List<Expected> rows) {

  static List<Week> of(List<Expected> rows) {
    Map<LocalDate, List<Expected>> weeks = new TreeMap<>();
    rows.forEach(row ->
        weeks
            .computeIfAbsent(
                row.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                _ -> new ArrayList<>())
            .add(row));
    return weeks.entrySet().stream()
        .map(week -> new Week(week.getKey(), List.copyOf(week.getValue())))
        .toList();
  }

  /// Its last day.
  public LocalDate sunday() {
    return monday.plusDays(6);
  }
}
