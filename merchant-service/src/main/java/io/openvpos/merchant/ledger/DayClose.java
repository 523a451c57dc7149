package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.day.SourceDayTotals;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.Invariant;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.hold.HoldCount;
import java.time.Instant;
import java.time.LocalDate;

/// Answers a day's marker: records its place in the log, brings out every entry of the day and
/// tells what they add up to. A repeated marker gives the same answer.
public final class DayClose {

  private final SourceDays days;
  private final Heads heads;
  private final Entries entries;
  private final EntryRelease release;
  private final HoldCount holds;
  private final EntryFeed feed;

  public DayClose(
      SourceDays days,
      Heads heads,
      Entries entries,
      EntryRelease release,
      HoldCount holds,
      EntryFeed feed) {
    this.days = days;
    this.heads = heads;
    this.entries = entries;
    this.release = release;
    this.holds = holds;
    this.feed = feed;
  }

  /// All facts before the marker have been posted.
  public void ended(LocalDate day, Source source, long offset, Instant at) {
    EndedDays ended = record(day, source, offset);
    // After the marker nothing is posted under this day from this source any more: a late fact is
    // carried over, and a repeated one is found. So what is pending now is the last of it.
    release.releasePartition(source.partition());
    Invariant.check(
        heads.withPending(source.partition()).stream().noneMatch(head -> holds(head, source, day)),
        "an entry of an ended day is pending");
    feed.dayClosed(
        day,
        source,
        at,
        new SourceDayTotals(entries.totals(source, day), holds.totals(day, ended)));
  }

  private EndedDays record(LocalDate day, Source source, long offset) {
    EndedDays known = days.find(source);
    EndedDays extended = known.with(day, offset);
    while (!extended.equals(known) && !days.save(extended)) {
      known = days.find(source);
      extended = known.with(day, offset);
    }
    return extended;
  }

  private static boolean holds(Head head, Source source, LocalDate day) {
    return head.pending().stream()
        .map(entry -> entry.draft())
        .anyMatch(draft -> draft.source().equals(source) && draft.salesDay().equals(day));
  }
}
