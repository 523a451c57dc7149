package io.openvpos.settlement.businessday;

import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.DayTotal;
import io.openvpos.settlement.batch.domain.DayTotals;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The totals of a day: frozen once it is paid, of its batches once it is cut, before that of the
/// lines so far.
public final class DayFigures {

  /// A look at the lines passes over all of them, so many callers in a moment share one.
  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Seen(Instant at, List<DayTotal> totals) {}

  private final LineStore lines;
  private final BatchStore batches;
  private final Clock clock;
  private final Map<LocalDate, Seen> seen = new ConcurrentHashMap<>();

  public DayFigures(LineStore lines, BatchStore batches, Clock clock) {
    this.lines = lines;
    this.batches = batches;
    this.clock = clock;
  }

  public List<DayTotal> of(BusinessDay day) {
    return day.frozenTotals().orElseGet(() -> day.isCut() ? ofBatches(day) : soFar(day));
  }

  private List<DayTotal> ofBatches(BusinessDay day) {
    DayTotals totals = new DayTotals();
    batches.ofDay(day.day()).forEach(totals::add);
    return totals.all();
  }

  private List<DayTotal> soFar(BusinessDay day) {
    Instant now = clock.instant();
    seen.values().removeIf(old -> old.at().plus(FRESH).isBefore(now));
    return seen.computeIfAbsent(day.day(), date -> new Seen(now, ofLines(date))).totals();
  }

  private List<DayTotal> ofLines(LocalDate day) {
    DayTotals totals = new DayTotals();
    lines.forEachOf(day, totals::add);
    return totals.all();
  }
}
