package io.openvpos.settlement.businessday.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence.Change;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence.Closed;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence.Closing;
import io.openvpos.settlement.businessday.domain.DayFact;
import io.openvpos.settlement.businessday.domain.SequenceStore;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The sequence as the one document of `business_day_sequence`, with its outbox. A change may have
/// been made although its caller only heard of a time-out; the repetition then finds it done and
/// sends nothing. So whoever reads hands on what the outbox still holds; the relay passes over what
/// it knows.
public final class MongoSequenceStore implements SequenceStore {

  private static final String ID = "business-days";

  private final Documents documents;
  private final OutboxRelay relay;
  private final Function<DayFact, OutboxEntry> publish;

  public MongoSequenceStore(
      Documents documents, OutboxRelay relay, Function<DayFact, OutboxEntry> publish) {
    this.documents = documents;
    this.relay = relay;
    this.publish = publish;
  }

  @Override
  public Optional<Stored> read() {
    return documents
        .find(ID)
        .map(found -> {
          relay.submit(ID, OutboxEntry.of(found));
          return new Stored(sequence(found), found.getLong("version"));
        });
  }

  @Override
  public boolean begin(Change change) {
    List<OutboxEntry> outbox = change.facts().stream().map(publish).toList();
    Document first =
        new Document("_id", ID)
            .append("version", 1L)
            .append("outbox", outbox.stream().map(OutboxEntry::toDocument).toList());
    first.putAll(fields(change.next()));
    boolean inserted = documents.insert(first);
    if (inserted) {
      relay.submit(ID, outbox);
    }
    return inserted;
  }

  @Override
  public boolean replace(Stored read, Change change) {
    List<OutboxEntry> before = documents.find(ID).map(OutboxEntry::of).orElse(List.of());
    List<OutboxEntry> added = change.facts().stream().map(publish).toList();
    Document update =
        new Document("$set", fields(change.next()))
            .append(
                "$push",
                new Document(
                    "outbox",
                    new Document("$each", added.stream().map(OutboxEntry::toDocument).toList())));
    boolean won = documents.compareAndSet(ID, read.version(), update);
    if (won) {
      relay.submit(ID, Stream.concat(before.stream(), added.stream()).toList());
    }
    return won;
  }

  private static Document fields(BusinessDaySequence sequence) {
    return new Document("first_day", sequence.firstDay().toString())
        .append("open_day", sequence.openDay().toString())
        .append("scheduled_cut_off", Date.from(sequence.scheduledCutOff()))
        .append("closing", sequence.closingDay().map(MongoSequenceStore::write).orElse(null))
        .append(
            "last_closed", sequence.lastClosedDay().map(MongoSequenceStore::write).orElse(null));
  }

  private static Document write(Closing closing) {
    return new Document("day", closing.day().toString())
        .append("cut_off_at", Date.from(closing.cutOffAt()))
        .append("terms", TermsDocument.write(closing.terms()));
  }

  private static Document write(Closed closed) {
    return new Document("day", closed.day().toString())
        .append("cut_off_at", Date.from(closed.cutOffAt()))
        .append("closed_at", Date.from(closed.closedAt()))
        .append("digest", closed.digest());
  }

  private static BusinessDaySequence sequence(Document found) {
    return new BusinessDaySequence(
        LocalDate.parse(found.getString("first_day")),
        LocalDate.parse(found.getString("open_day")),
        found.getDate("scheduled_cut_off").toInstant(),
        closing(found.get("closing", Document.class)),
        closed(found.get("last_closed", Document.class)));
  }

  private static @Nullable Closing closing(@Nullable Document found) {
    return found == null
        ? null
        : new Closing(
            LocalDate.parse(found.getString("day")),
            found.getDate("cut_off_at").toInstant(),
            TermsDocument.read(found.get("terms", Document.class)));
  }

  private static @Nullable Closed closed(@Nullable Document found) {
    return found == null
        ? null
        : new Closed(
            LocalDate.parse(found.getString("day")),
            found.getDate("cut_off_at").toInstant(),
            found.getDate("closed_at").toInstant(),
            found.getString("digest"));
  }
}
