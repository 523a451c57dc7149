package io.openvpos.settlement.batch.domain;

import io.openvpos.money.Mode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds up a day by mode and currency, whatever order things come in. Not for use by two threads.
public final class DayTotals {

  private final Map<String, DayTotal> totals = new TreeMap<>();

  public void add(Line line) {
    merge(line.head().mode(), line.head().currency(), TypeTotals.of(line), line.figures(), 0);
  }

  public void add(Batch batch) {
    merge(batch.head().mode(), batch.head().currency(), batch.types(), batch.figures(), 0);
  }

  public void addPayout(Mode mode, String currency, long amount) {
    merge(mode, currency, TypeTotals.ZERO, Figures.ZERO, amount);
  }

  /// Ordered by mode and currency.
  public List<DayTotal> all() {
    return List.copyOf(totals.values());
  }

  private void merge(Mode mode, String currency, TypeTotals types, Figures figures, long payout) {
    totals.compute(
        mode.code() + " " + currency,
        (key, so) -> {
          DayTotal before =
              so == null ? new DayTotal(mode, currency, TypeTotals.ZERO, Figures.ZERO, 0) : so;
          return before.plus(types, figures).plusPayout(payout);
        });
  }
}
