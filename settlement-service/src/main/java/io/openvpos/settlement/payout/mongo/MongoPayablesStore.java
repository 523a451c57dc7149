package io.openvpos.settlement.payout.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payout.domain.Conversion;
import io.openvpos.settlement.payout.domain.OpenPayout;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.Payables.Change;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.PayoutFact;
import io.openvpos.settlement.payout.domain.ReserveMovement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// `payables`: one document for each head, with its outbox. A change may have been made although
/// its caller only heard of a time-out; the repetition then finds it done and sends nothing. So
/// whoever reads a head hands on what its outbox still holds; the relay passes over what it knows.
public final class MongoPayablesStore implements PayablesStore {

  private final Documents documents;
  private final OutboxRelay relay;
  private final Words words;

  /// How a change is told.
  public record Words(
      Function<PayoutFact, OutboxEntry> payouts,
      Function<ReserveMovement, OutboxEntry> reserves,
      Function<Conversion, OutboxEntry> conversions) {

    List<OutboxEntry> of(Change change) {
      List<OutboxEntry> told = new ArrayList<>();
      change.facts().forEach(fact -> told.add(payouts.apply(fact)));
      change.moved().forEach(moved -> told.add(reserves.apply(moved)));
      change.converted().ifPresent(one -> told.add(conversions.apply(one)));
      return told;
    }
  }

  public MongoPayablesStore(Documents documents, OutboxRelay relay, Words words) {
    this.documents = documents;
    this.relay = relay;
    this.words = words;
  }

  @Override
  public Optional<Stored> find(Head head) {
    return documents
        .find(head.id())
        .map(found -> {
          relay.submit(head.id(), OutboxEntry.of(found));
          return new Stored(read(found), found.getLong("version"));
        });
  }

  @Override
  public void forEach(Consumer<Payables> each) {
    documents.forEach(new Document(), new Document("outbox", 0), found -> each.accept(read(found)));
  }

  @Override
  public boolean insert(Change change) {
    List<OutboxEntry> outbox = words.of(change);
    Document first =
        new Document("_id", change.next().head().id())
            .append("version", 1L)
            .append("outbox", outbox.stream().map(OutboxEntry::toDocument).toList());
    first.putAll(fields(change.next()));
    boolean inserted = documents.insert(first);
    if (inserted) {
      relay.submit(change.next().head().id(), outbox);
    }
    return inserted;
  }

  @Override
  public boolean replace(Stored read, Change change) {
    String id = change.next().head().id();
    List<OutboxEntry> before = documents.find(id).map(OutboxEntry::of).orElse(List.of());
    List<OutboxEntry> added = words.of(change);
    Document update = new Document("$set", fields(change.next()));
    if (!added.isEmpty()) {
      update.append(
          "$push",
          new Document(
              "outbox",
              new Document("$each", added.stream().map(OutboxEntry::toDocument).toList())));
    }
    boolean won = documents.compareAndSet(id, read.version(), update);
    if (won) {
      relay.submit(id, Stream.concat(before.stream(), added.stream()).toList());
    }
    return won;
  }

  private static Document fields(Payables payables) {
    Head head = payables.head();
    LocalDate folded = payables.foldedDay();
    return new Document("merchant_id", head.merchantId())
        .append("mode", head.mode().code())
        .append("currency", head.currency())
        .append("folded_day", folded == null ? null : folded.toString())
        .append("dues", payables.dues().stream().map(MongoPayablesStore::write).toList())
        .append("open_payouts", payables.open().stream().map(MongoPayablesStore::write).toList())
        .append("reissues", payables.reissues())
        .append("reserved", payables.reserved().stream().map(MongoPayablesStore::write).toList())
        .append("moved", payables.moved().stream().map(ReserveDocument::write).toList())
        .append("terms", TermsDocument.write(payables.terms()))
        .append("converted", converted(payables.converted()));
  }

  private static Payables read(Document found) {
    return new Payables(
        Head.of(found.getString("_id")),
        date(found.getString("folded_day")),
        found.getList("dues", Document.class).stream()
            .map(due -> new Due(day(due, "value_date"), due.getLong("amount")))
            .toList(),
        found.getList("open_payouts", Document.class).stream()
            .map(open ->
                new OpenPayout(PayoutDocument.read(open), date(open.getString("confirmed_on"))))
            .toList(),
        found.getInteger("reissues"),
        found.getList("reserved", Document.class, List.of()).stream()
            .map(due -> new Due(day(due, "value_date"), due.getLong("amount")))
            .toList(),
        found.getList("moved", Document.class, List.of()).stream()
            .map(ReserveDocument::read)
            .toList(),
        TermsDocument.read(found.get("terms", Document.class)),
        conversion(found.get("converted", Document.class)));
  }

  private static @Nullable Document converted(@Nullable Conversion conversion) {
    return conversion == null ? null : ConversionDocument.write(conversion);
  }

  private static @Nullable Conversion conversion(@Nullable Document found) {
    return found == null ? null : ConversionDocument.read(found);
  }

  private static Document write(Due due) {
    return new Document("value_date", due.valueDate().toString()).append("amount", due.amount());
  }

  private static Document write(OpenPayout open) {
    return PayoutDocument.write(open.payout())
        .append("confirmed_on", open.confirmation().map(LocalDate::toString).orElse(null));
  }

  private static LocalDate day(Document found, String field) {
    return LocalDate.parse(found.getString(field));
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
