package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedMarkers;
import io.openvpos.sandbox.verify.books.PostingFact;
import io.openvpos.sandbox.verify.books.Told;
import io.openvpos.sandbox.verify.books.TopicReading;
import io.openvpos.schemas.BusinessDayEnded;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/// 12. The topics are folded in memory from offset 0 with the ledger's rules (an event id posts
///     once in a head; a fact behind its day's marker goes to the next day). What that would post
///     is exactly what is stored, and what was told of the entries is that too.
final class Replay extends Check {

  /// A stored entry, as far as a replay has to find it again.
  private static final class Kept {
    private final String type;
    private final long amount;
    private final long tax;
    private final LocalDate salesDay;
    private final LocalDate stampedDay;
    private final String sourceTopic;
    private final int sourcePartition;
    private final String hash;
    private String cause = "";
    private boolean told;

    private Kept(BookedEntry entry) {
      type = entry.type();
      amount = entry.on(PostingFact.accountOf(entry.type()));
      tax = entry.on("bsmv_payable");
      salesDay = entry.salesDay();
      stampedDay = entry.stampedDay();
      sourceTopic = entry.sourceTopic();
      sourcePartition = entry.sourcePartition();
      hash = entry.hash();
    }

    private boolean follows(Told cause, PostingFact fact, LocalDate day) {
      return fact.type().equals(type)
          && fact.isOf(amount, tax)
          && day.equals(salesDay)
          && fact.stampedDay().equals(stampedDay)
          && cause.topic().equals(sourceTopic)
          && cause.partition() == sourcePartition;
    }
  }

  private final Map<String, Kept> entries = new HashMap<>();
  private final DayTotals totals = new DayTotals();
  private final EndedDays ended = new EndedDays();
  private long records;
  private long repeats;

  Replay() {
    super(12, "replaying every topic from offset 0 changes nothing");
  }

  @Override
  void entry(BookedEntry entry) {
    entries.put(entry.id(), new Kept(entry));
    totals.add(entry);
  }

  @Override
  void markers(BookedMarkers markers) {
    ended.kept(markers);
  }

  @Override
  void told(Told told) {
    if (Topics.ALL.stream().noneMatch(topic -> topic.name().equals(told.topic()))) {
      // A dead letter: the copy of a record that stands elsewhere.
      return;
    }
    records++;
    SpecificRecord record = told.record();
    if (record == null) {
      fault("the record at " + told.place() + " cannot be decoded");
      return;
    }
    switch (record) {
      case BusinessDayEnded marker -> ended.marker(told, marker.getDay());
      case JournalEntryPosted it -> posted(told, TopicReading.entry(it));
      case LedgerDayClosed it -> totals.compare(it, this);
      default -> TopicReading.postings(record).forEach(fact -> cause(told, fact));
    }
  }

  private void cause(Told told, PostingFact fact) {
    Kept kept = entries.get(fact.entryId());
    if (kept == null) {
      fault("a replay of " + told.place() + " would post " + fact.entryId());
      return;
    }
    String value = new Sha256().add(told.value()).hex();
    if (!kept.cause.isEmpty()) {
      repeats++;
      expect(kept.cause.equals(value), "the repeat at " + told.place() + " says something else");
      return;
    }
    kept.cause = value;
    LocalDate day = ended.dayOf(told, fact.stampedDay());
    expect(
        kept.follows(told, fact, day),
        "a replay of %s would post %s %d under %s, there is %s %d under %s"
            .formatted(
                told.place(),
                fact.type(),
                fact.amount(),
                day,
                kept.type,
                kept.amount,
                kept.salesDay));
  }

  private void posted(Told told, BookedEntry posted) {
    Kept kept = entries.get(posted.id());
    if (kept == null) {
      fault("entry " + posted.id() + " was told at " + told.place() + " and is not stored");
      return;
    }
    // The hash covers number, event, day, version and legs; invariant 6 checks the stored ones.
    expect(
        posted.hash().equals(kept.hash) && posted.hash().equals(HashChains.hash(posted)),
        "entry " + posted.id() + " was told otherwise at " + told.place());
    expect(
        told.partition() == kept.sourcePartition,
        "entry " + posted.id() + " was told in another partition, " + told.place());
    kept.told = true;
  }

  @Override
  String judge() {
    entries.forEach((id, kept) -> {
      expect(!kept.cause.isEmpty(), "nothing on a topic causes entry " + id);
      expect(kept.told, "entry " + id + " was never told");
    });
    ended.judge(this);
    return "%d records, %d of them repeats, %d entries".formatted(records, repeats, entries.size());
  }
}
