package io.openvpos.merchant.dashboard;

import io.openvpos.merchant.ledger.HeadEntries;
import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Captured sales by sales day, as the ledger posted them.
@Component
public final class SalesByDay {

  /// Of a day with more entries the page says that there are more; a statement has them all.
  static final int MOST = 1_000;

  private final HeadEntries entries;

  public SalesByDay(HeadEntries entries) {
    this.entries = entries;
  }

  /// What was sold on one day.
  ///
  /// @param amount minor units, gross, without voids and refunds
  /// @param more whether the day has more entries than were read
  public record Day(LocalDate date, long count, long amount, boolean more) {}

  /// The days up to and with the last one, oldest first.
  public List<Day> upTo(HeadKey head, LocalDate last, int days) {
    List<Day> found = new ArrayList<>();
    for (int back = days - 1; back >= 0; back--) {
      found.add(of(head, last.minusDays(back)));
    }
    return found;
  }

  private Day of(HeadKey head, LocalDate date) {
    List<JournalEntry> read = entries.after(List.of(head), Optional.of(date), 0, MOST);
    List<JournalEntry> captures =
        read.stream().filter(entry -> entry.draft().type() == EntryType.CAPTURE).toList();
    long amount = captures.stream().mapToLong(SalesByDay::gross).sum();
    return new Day(date, captures.size(), amount, read.size() == MOST);
  }

  private static long gross(JournalEntry capture) {
    return capture.draft().postings().stream()
        .filter(leg -> leg.account() == Account.SCHEME_RECEIVABLE)
        .mapToLong(leg -> leg.amount())
        .sum();
  }
}
