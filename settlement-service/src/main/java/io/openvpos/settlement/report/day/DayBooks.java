package io.openvpos.settlement.report.day;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.LineStore;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The lines of a day, summed by everything that a report of the day asks for. As many sums as
/// there are merchants, schemes, classes and plans: none of it grows with the number of lines.
public final class DayBooks {

  private final LocalDate day;
  private final NavigableMap<DayGroup, DaySum> groups;

  private DayBooks(LocalDate day, NavigableMap<DayGroup, DaySum> groups) {
    this.day = day;
    this.groups = groups;
  }

  /// Passes over the lines once. They must sum to the batches.
  public static DayBooks of(LocalDate day, LineStore lines, List<Batch> batches) {
    // By hash while there are lines, in order only at the end.
    Map<DayGroup, DaySum> found = new HashMap<>();
    lines.forEachOf(day, line -> found.merge(DayGroup.of(line), DaySum.of(line), DaySum::plus));
    NavigableMap<DayGroup, DaySum> groups = new TreeMap<>(found);
    Map<String, Figures> bySum = new TreeMap<>();
    groups.forEach(
        (group, sum) -> bySum.merge(currency(group.head()), sum.figures(), Figures::plus));
    Map<String, Figures> byBatch = new TreeMap<>();
    batches.forEach(batch -> byBatch.merge(currency(batch.head()), batch.figures(), Figures::plus));
    if (!bySum.equals(byBatch)) {
      throw new IllegalStateException("the lines of " + day + " do not sum to its batches");
    }
    return new DayBooks(day, groups);
  }

  LocalDate day() {
    return day;
  }

  NavigableMap<DayGroup, DaySum> groups() {
    return groups;
  }

  private static String currency(io.openvpos.settlement.batch.domain.Head head) {
    return head.mode().code() + " " + head.currency();
  }
}
