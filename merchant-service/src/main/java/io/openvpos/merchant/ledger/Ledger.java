package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.hold.HoldCount;
import io.openvpos.merchant.ledger.hold.HoldLog;
import java.util.concurrent.Executor;

/// The ledger's use cases, wired.
public record Ledger(
    EntryPosting posting,
    EntryRelease release,
    DayClose dayClose,
    SourceDays days,
    HoldCount holds,
    Contracts contracts) {

  /// Where the ledger's parts are kept and told.
  public record Parts(
      Heads heads,
      Entries entries,
      SourceDays days,
      HoldLog holds,
      Contracts contracts,
      EntryFeed feed) {}

  /// Over the given parts.
  ///
  /// @param perHead runs what concerns one head beside the others
  public static Ledger over(Parts parts, Executor perHead) {
    Heads heads = parts.heads();
    Entries entries = parts.entries();
    EntryFeed feed = parts.feed();
    HoldCount holds = new HoldCount(parts.holds());
    EntryRelease release = new EntryRelease(heads, entries, feed);
    return new Ledger(
        new EntryPosting(heads, entries, perHead),
        release,
        new DayClose(parts.days(), heads, entries, release, holds, feed),
        parts.days(),
        holds,
        parts.contracts());
  }

  /// For the records of one source partition from one poll.
  public PartitionIntake intake(Source source) {
    return new PartitionIntake(this, source, days.find(source));
  }
}
