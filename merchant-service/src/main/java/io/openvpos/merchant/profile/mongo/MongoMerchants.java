package io.openvpos.merchant.profile.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
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
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Collection `merchants`. The contract versions, the keys and the profile event of a version are
/// written with it, in one document. Collection `terminals`: `_id` is the terminal id, inserted
/// before its merchant. So terminal ids are unique by the one key that a collection sharded by
/// `_id` can enforce; one without a merchant is harmless.
@Component
final class MongoMerchants implements Merchants, AutoCloseable {

  private final Documents documents;
  private final Documents terminals;
  private final ProfileEvents events;
  private final OutboxRelay relay;

  MongoMerchants(
      MongoDatabase database, ProfileEvents events, RecordSender sender, Heartbeats heartbeats) {
    this.events = events;
    documents = Documents.versioned(database, "merchants");
    terminals = Documents.plain(database, "terminals");
    relay = new OutboxRelay("merchants", documents, sender);
    heartbeats.onTakeover(relay::sweep);
  }

  /// What an instance left unsent when it stopped, after the start and every ten minutes.
  @Scheduled(initialDelay = 0, fixedDelay = 600_000)
  void sweep() {
    relay.sweep();
  }

  @Override
  public Optional<Merchant> find(String id) {
    return documents.find(id).map(MerchantDocuments::read);
  }

  @Override
  public boolean insert(Merchant merchant) {
    Document terminal =
        new Document("_id", merchant.terminalId()).append("merchant_id", merchant.id());
    if (!terminals.insert(terminal)) {
      return false;
    }
    OutboxEntry event = events.event(merchant);
    Document first = new Document("_id", merchant.id()).append("version", merchant.version());
    first.putAll(MerchantDocuments.state(merchant));
    boolean inserted = documents.insert(first.append("outbox", List.of(event.toDocument())));
    if (inserted) {
      relay.submit(merchant.id(), List.of(event));
    }
    return inserted;
  }

  @Override
  public boolean save(Merchant changed) {
    // Read before the compare-and-set: the relay must see the older events first.
    List<OutboxEntry> outbox =
        new ArrayList<>(documents.find(changed.id()).map(OutboxEntry::of).orElse(List.of()));
    OutboxEntry event = events.event(changed);
    Document update =
        new Document("$set", MerchantDocuments.state(changed))
            .append("$push", new Document("outbox", event.toDocument()));
    boolean saved = documents.compareAndSet(changed.id(), changed.version() - 1, update);
    if (saved) {
      outbox.add(event);
      relay.submit(changed.id(), outbox);
    }
    return saved;
  }

  @Override
  public void close() {
    relay.close();
  }
}
