package io.openvpos.authorization.webhook.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.webhook.DeliveryStore;
import io.openvpos.authorization.webhook.domain.Delivery;
import io.openvpos.authorization.webhook.domain.Delivery.State;
import io.openvpos.messaging.mongo.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Collection `webhook_deliveries`: inserted once, then changed by compare-and-set.
public final class MongoDeliveries implements DeliveryStore {

  private static final int REMOVED_TOGETHER = 1_000;

  private final Documents documents;

  private MongoDeliveries(Documents documents) {
    this.documents = documents;
  }

  public static MongoDeliveries in(MongoDatabase database) {
    Documents documents = Documents.versioned(database, "webhook_deliveries");
    documents.index(
        new Document(DeliveryDocument.ENDPOINT, 1)
            .append(DeliveryDocument.STATE, 1)
            .append(DeliveryDocument.NEXT_AT, 1));
    documents.index(
        new Document(DeliveryDocument.ENDPOINT, 1).append(DeliveryDocument.CREATED_AT, -1));
    documents.sparseIndex(new Document(DeliveryDocument.PAYMENT, 1));
    documents.index(new Document(DeliveryDocument.CREATED_AT, 1));
    return new MongoDeliveries(documents);
  }

  @Override
  public boolean insert(Delivery delivery) {
    return documents.insert(DeliveryDocument.state(delivery).append("version", delivery.version()));
  }

  @Override
  public Optional<Delivery> find(String id) {
    return documents.find(id).map(DeliveryDocument::read);
  }

  @Override
  public List<Delivery> due(String endpointId, Instant now, int limit) {
    Document filter =
        new Document(DeliveryDocument.ENDPOINT, endpointId)
            .append(DeliveryDocument.STATE, State.PENDING.code())
            .append(DeliveryDocument.NEXT_AT, new Document("$lte", Date.from(now)));
    return read(documents.findMany(filter, new Document(DeliveryDocument.NEXT_AT, 1), limit));
  }

  @Override
  public List<Delivery> log(
      String endpointId, @Nullable State state, @Nullable Delivery after, int limit) {
    Document filter = new Document(DeliveryDocument.ENDPOINT, endpointId);
    if (state != null) {
      filter.append(DeliveryDocument.STATE, state.code());
    }
    if (after != null) {
      Date at = Date.from(after.createdAt());
      Document earlier = new Document(DeliveryDocument.CREATED_AT, new Document("$lt", at));
      Document sameTime =
          new Document(DeliveryDocument.CREATED_AT, at)
              .append("_id", new Document("$lt", after.id()));
      filter.append("$or", List.of(earlier, sameTime));
    }
    Document newestFirst = new Document(DeliveryDocument.CREATED_AT, -1).append("_id", -1);
    return read(documents.findMany(filter, newestFirst, limit));
  }

  @Override
  public List<Delivery> ofPayment(String paymentId) {
    Document oldestFirst = new Document(DeliveryDocument.CREATED_AT, 1).append("_id", 1);
    return read(
        documents.findMany(
            new Document(DeliveryDocument.PAYMENT, paymentId), oldestFirst, REMOVED_TOGETHER));
  }

  @Override
  public boolean acceptedSince(String endpointId, Instant since) {
    Document filter =
        new Document(DeliveryDocument.ENDPOINT, endpointId)
            .append(DeliveryDocument.STATE, State.DELIVERED.code())
            .append(DeliveryDocument.NEXT_AT, new Document("$gte", Date.from(since)));
    return documents.findOne(filter).isPresent();
  }

  @Override
  public boolean save(Delivery delivery) {
    Document set = DeliveryDocument.progress(delivery);
    return documents.compareAndSet(
        delivery.id(), delivery.version() - 1, new Document("$set", set));
  }

  @Override
  public int removeMadeBefore(Instant cutoff) {
    List<String> old = new ArrayList<>();
    documents
        .findMany(
            new Document(DeliveryDocument.CREATED_AT, new Document("$lt", Date.from(cutoff))),
            new Document(DeliveryDocument.CREATED_AT, 1),
            REMOVED_TOGETHER)
        .forEach(found -> old.add(found.getString("_id")));
    old.forEach(documents::delete);
    return old.size();
  }

  private static List<Delivery> read(List<Document> found) {
    return found.stream().map(DeliveryDocument::read).toList();
  }
}
