package io.openvpos.merchant.adjustment.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.adjustment.AdjustmentEvents;
import io.openvpos.merchant.adjustment.AdjustmentOutbox;
import io.openvpos.merchant.adjustment.Adjustments;
import io.openvpos.merchant.adjustment.domain.Adjustment;
import io.openvpos.merchant.adjustment.domain.AdjustmentStatus;
import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.AuditedDocuments;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.money.Mode;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Collection `adjustments`. The approval and its event are one compare-and-set. A write of which
/// nobody heard the answer is looked up at once, found by whoever reads the document, and by the
/// sweep before the day's markers.
@Component
final class MongoAdjustments implements Adjustments, AdjustmentOutbox, AutoCloseable {

  private final AuditedDocuments documents;
  private final AdjustmentEvents events;
  private final OutboxRelay relay;

  MongoAdjustments(
      MongoDatabase database,
      AuditRecords audit,
      AdjustmentEvents events,
      RecordSender sender,
      Heartbeats heartbeats) {
    this.events = events;
    documents = new AuditedDocuments(database, "adjustments", "adjustment", audit);
    documents.documents().index(new Document("merchant_id", 1).append("asked_at", -1));
    relay = new OutboxRelay("adjustments", documents.documents(), sender);
    heartbeats.onTakeover(relay::sweep);
  }

  /// What an instance left unsent when it stopped, after the start and every ten minutes.
  @Scheduled(initialDelay = 0, fixedDelay = 600_000)
  void sweep() {
    documents.sweep();
    relay.sweep();
  }

  @Override
  public boolean insert(Adjustment pending, Action action) {
    return documents.insert(
        pending.id(), AdjustmentDocuments.state(pending), new Document(), action);
  }

  @Override
  public Optional<Adjustment> find(String id) {
    Optional<Document> found = documents.find(id);
    found.ifPresent(stored -> relay.submit(id, OutboxEntry.of(stored)));
    return found.map(AdjustmentDocuments::read);
  }

  @Override
  public boolean save(Adjustment decided, Action action) {
    Document state = AdjustmentDocuments.state(decided);
    if (decided.status() != AdjustmentStatus.APPROVED) {
      return documents.change(decided.id(), decided.version() - 1, state, new Document(), action);
    }
    OutboxEntry event = events.approved(decided);
    Document push = new Document("$push", new Document("outbox", event.toDocument()));
    boolean made;
    try {
      made = documents.change(decided.id(), decided.version() - 1, state, push, action);
    } catch (RuntimeException unheard) {
      submitStored(decided.id(), unheard);
      throw unheard;
    }
    if (made) {
      relay.submit(decided.id(), List.of(event));
    }
    return made;
  }

  private void submitStored(String id, RuntimeException unheard) {
    try {
      documents.find(id).ifPresent(found -> relay.submit(id, OutboxEntry.of(found)));
    } catch (RuntimeException alsoUnanswered) {
      unheard.addSuppressed(alsoUnanswered);
    }
  }

  @Override
  public List<Adjustment> page(Query query, @Nullable Adjustment after, int limit) {
    Document filter =
        new Document("merchant_id", query.merchantId())
            .append("mode", new Document("$in", query.modes().stream().map(Mode::code).toList()));
    if (query.status() != null) {
      filter.append("status", query.status().code());
    }
    if (after != null) {
      Date at = Date.from(after.asked().at());
      Document earlier = new Document("asked_at", new Document("$lt", at));
      Document sameTime =
          new Document("asked_at", at).append("_id", new Document("$lt", after.id()));
      filter.append("$or", List.of(earlier, sameTime));
    }
    Document newestFirst = new Document("asked_at", -1).append("_id", -1);
    return documents.documents().findMany(filter, newestFirst, limit).stream()
        .map(AdjustmentDocuments::read)
        .toList();
  }

  @Override
  public void sendEverything() {
    relay.sweep();
    relay.awaitSent();
  }

  @Override
  public void close() {
    relay.close();
  }
}
