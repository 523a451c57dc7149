package io.openvpos.settlement.chargeback.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.settlement.chargeback.Chargebacks;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.ChargebackFact;
import io.openvpos.settlement.chargeback.domain.ChargebackStatus;
import io.openvpos.settlement.chargeback.domain.Move;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Collection `chargebacks`: a case and its fact are one insert or one compare-and-set. A write of
/// which nobody heard the answer is looked up at once, and found by whoever reads the document.
public final class MongoChargebacks implements Chargebacks {

  private final Documents documents;
  private final OutboxRelay relay;
  private final Function<ChargebackFact, OutboxEntry> publish;

  public MongoChargebacks(
      Documents documents, OutboxRelay relay, Function<ChargebackFact, OutboxEntry> publish) {
    this.documents = documents;
    this.relay = relay;
    this.publish = publish;
    documents.index(new Document("arn", 1));
    documents.index(new Document("merchant_id", 1));
    documents.index(new Document("status", 1).append("respond_by", 1));
  }

  @Override
  public boolean open(Move.Made opened) {
    Chargeback chargeback = opened.changed();
    List<OutboxEntry> outbox = outbox(opened);
    Document document =
        new Document("_id", chargeback.id()).append("version", chargeback.version());
    document.putAll(ChargebackDocument.state(chargeback));
    document.append("outbox", outbox.stream().map(OutboxEntry::toDocument).toList());
    return heard(chargeback.id(), outbox, documents.insert(document));
  }

  @Override
  public boolean save(Move.Made changed) {
    Chargeback chargeback = changed.changed();
    List<OutboxEntry> outbox = outbox(changed);
    Document update = new Document("$set", ChargebackDocument.state(chargeback));
    for (OutboxEntry entry : outbox) {
      update.append("$push", new Document("outbox", entry.toDocument()));
    }
    boolean made = documents.compareAndSet(chargeback.id(), chargeback.version() - 1, update);
    return heard(chargeback.id(), outbox, made);
  }

  /// The write that took the place may be our own, of which we never heard.
  private boolean heard(String id, List<OutboxEntry> outbox, boolean made) {
    if (made) {
      relay.submit(id, outbox);
    } else {
      find(id);
    }
    return made;
  }

  private List<OutboxEntry> outbox(Move.Made move) {
    ChargebackFact fact = move.fact();
    return fact == null ? List.of() : List.of(publish.apply(fact));
  }

  @Override
  public Optional<Chargeback> find(String id) {
    Optional<Document> found = documents.find(id);
    found.ifPresent(stored -> relay.submit(id, OutboxEntry.of(stored)));
    return found.map(ChargebackDocument::read);
  }

  @Override
  public List<Chargeback> ofSale(String arn) {
    return read(new Document("arn", arn), 0);
  }

  @Override
  public List<Chargeback> list(Query query, @Nullable String startingAfter, int limit) {
    Document filter = new Document();
    ChargebackStatus status = query.status();
    put(filter, "status", status == null ? null : status.code());
    put(filter, "merchant_id", query.merchantId());
    put(filter, "mode", query.mode());
    put(filter, "_id", startingAfter == null ? null : new Document("$gt", startingAfter));
    return read(filter, limit);
  }

  @Override
  public List<Chargeback> lapsed(LocalDate today, int limit) {
    return read(
        new Document("status", ChargebackStatus.RECEIVED.code())
            .append("respond_by", new Document("$lt", today.toString())),
        limit);
  }

  @Override
  public void sendEverything() {
    relay.sweep();
    relay.awaitSent();
  }

  private List<Chargeback> read(Document filter, int limit) {
    return documents.findMany(filter, new Document("_id", 1), limit).stream()
        .map(ChargebackDocument::read)
        .toList();
  }

  private static void put(Document filter, String field, @Nullable Object value) {
    if (value != null) {
      filter.append(field, value);
    }
  }
}
