package io.openvpos.settlement.closing;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.calendar.CurrencyCalendars;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchDraft;
import io.openvpos.settlement.batch.domain.BatchId;
import io.openvpos.settlement.batch.domain.DayTotal;
import io.openvpos.settlement.batch.domain.DayTotals;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What a day would come to if it were cut now. Nothing of it is stored or promised.
public final class DayPreview {

  private final LineStore lines;
  private final BankCalendars calendars;

  /// One mode and currency.
  ///
  /// @param merchants each will have one batch
  /// @param dues what becomes payable by value date, before reserves and debts of earlier days
  public record Expected(DayTotal total, long merchants, long lines, Map<LocalDate, Long> dues) {
    public Expected {
      dues = new TreeMap<>(dues);
    }
  }

  public DayPreview(LineStore lines, BankCalendars calendars) {
    this.lines = lines;
    this.calendars = calendars;
  }

  /// By mode and currency.
  public List<Expected> of(BusinessDay day) {
    return of(day, _ -> true);
  }

  /// The same of some of the day's lines.
  List<Expected> of(BusinessDay day, Predicate<Line> which) {
    CurrencyCalendars byCurrency =
        day.frozenTerms().map(DayTerms::calendars).map(calendars::of).orElseGet(calendars::inForce);
    Map<String, BatchDraft> drafts = new TreeMap<>();
    lines.forEachOf(
        day.day(),
        line -> {
          if (which.test(line)) {
            drafts
                .computeIfAbsent(
                    BatchId.of(day.day(), line.head()),
                    _ ->
                        new BatchDraft(
                            day.day(), line.head(), byCurrency.of(line.head().currency())))
                .add(line);
          }
        });
    return sums(drafts.values().stream().map(BatchDraft::finish).toList());
  }

  private static List<Expected> sums(List<Batch> batches) {
    DayTotals totals = new DayTotals();
    batches.forEach(totals::add);
    List<Expected> all = new ArrayList<>();
    for (DayTotal total : totals.all()) {
      Map<LocalDate, Long> dues = new TreeMap<>();
      long merchants = 0;
      long count = 0;
      for (Batch batch : batches) {
        if (batch.head().mode() == total.mode()
            && batch.head().currency().equals(total.currency())) {
          merchants++;
          count += batch.lines();
          batch.dues().forEach(due -> dues.merge(due.valueDate(), due.amount(), Math::addExact));
        }
      }
      all.add(new Expected(total, merchants, count, dues));
    }
    return all;
  }
}
