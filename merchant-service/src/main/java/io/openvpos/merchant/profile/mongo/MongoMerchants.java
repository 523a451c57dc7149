package io.openvpos.merchant.profile.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.AuditedDocuments;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.ProfileEvents;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Collection `merchants`. The contract versions, the keys and the profile event of a version are
/// written with it, in one document. Collection `terminals`: `_id` is the terminal id, inserted
/// before its merchant. So terminal ids are unique by the one key that a collection sharded by
/// `_id` can enforce; one without a merchant is harmless.
@Component
final class MongoMerchants implements Merchants, AutoCloseable {

  private final AuditedDocuments documents;
  private final Documents terminals;
  private final ProfileEvents events;
  private final OutboxRelay relay;

  MongoMerchants(
      MongoDatabase database,
      AuditRecords audit,
      ProfileEvents events,
      RecordSender sender,
      Heartbeats heartbeats) {
    this.events = events;
    documents = new AuditedDocuments(database, "merchants", "merchant", audit);
    terminals = Documents.plain(database, "terminals");
    relay = new OutboxRelay("merchants", documents.documents(), sender);
    heartbeats.onTakeover(relay::sweep);
  }

  /// What an instance left unsent when it stopped, after the start and every ten minutes.
  @Scheduled(initialDelay = 0, fixedDelay = 600_000)
  void sweep() {
    documents.sweep();
    relay.sweep();
  }

  /// Whoever reads hands on what the outbox still holds: a change that was made although its caller
  /// only heard of a time-out is found done by the repetition, which then sends nothing itself. The
  /// relay passes over what it knows.
  @Override
  public Optional<Merchant> find(String id) {
    Optional<Document> found = documents.find(id);
    found.ifPresent(stored -> relay.submit(id, OutboxEntry.of(stored)));
    return found.map(MerchantDocuments::read);
  }

  @Override
  public List<Merchant> all() {
    return documents.documents().findMany(new Document(), new Document("_id", 1), 0).stream()
        .map(MerchantDocuments::read)
        .toList();
  }

  @Override
  public boolean insert(Merchant merchant, Action action) {
    Document terminal =
        new Document("_id", merchant.terminalId()).append("merchant_id", merchant.id());
    if (!terminals.insert(terminal)) {
      return false;
    }
    OutboxEntry event = events.event(merchant);
    Document state = MerchantDocuments.state(merchant);
    Document outbox = new Document("outbox", List.of(event.toDocument()));
    return stored(
        merchant.id(),
        List.of(event),
        () -> documents.insert(merchant.id(), state, outbox, action));
  }

  @Override
  public boolean save(Merchant changed, Action action) {
    // Read before the compare-and-set: the relay must see the older events first.
    List<OutboxEntry> outbox =
        new ArrayList<>(documents.find(changed.id()).map(OutboxEntry::of).orElse(List.of()));
    OutboxEntry event = events.event(changed);
    outbox.add(event);
    Document state = MerchantDocuments.state(changed);
    Document push = new Document("$push", new Document("outbox", event.toDocument()));
    return stored(
        changed.id(),
        outbox,
        () -> documents.change(changed.id(), changed.version() - 1, state, push, action));
  }

  /// Submits the outbox if the write was made. One without an answer may have been made all the
  /// same, and nobody may ask for this merchant again: so what is stored is looked up at once.
  private boolean stored(String id, List<OutboxEntry> outbox, BooleanSupplier write) {
    boolean made;
    try {
      made = write.getAsBoolean();
    } catch (RuntimeException unheard) {
      submitStored(id, unheard);
      throw unheard;
    }
    if (made) {
      relay.submit(id, outbox);
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
  public void close() {
    relay.close();
  }
}
