package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.journal.Source;
import java.util.concurrent.Executor;

/// The ledger's use cases, wired.
public record Ledger(
    EntryPosting posting,
    EntryRelease release,
    DayClose dayClose,
    SourceDays days,
    Contracts contracts) {

  /// Where the ledger's parts are kept and told.
  public record Parts(
      Heads heads, Entries entries, SourceDays days, Contracts contracts, EntryFeed feed) {}

  /// Over the given parts.
  ///
  /// @param perHead runs what concerns one head beside the others
  public static Ledger over(Parts parts, Executor perHead) {
    Heads heads = parts.heads();
    Entries entries = parts.entries();
    EntryFeed feed = parts.feed();
    EntryRelease release = new EntryRelease(heads, entries, feed);
    return new Ledger(
        new EntryPosting(heads, entries, perHead),
        release,
        new DayClose(parts.days(), heads, entries, release, feed),
        parts.days(),
        parts.contracts());
  }

  /// For the records of one source partition from one poll.
  public PartitionIntake intake(Source source) {
    return new PartitionIntake(this, source, days.find(source));
  }
}
