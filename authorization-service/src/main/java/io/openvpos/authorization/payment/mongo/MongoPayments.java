package io.openvpos.authorization.payment.mongo;

import com.mongodb.MongoException;
import io.openvpos.authorization.payment.Facts;
import io.openvpos.authorization.payment.PaymentQuery;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.Payments;
import io.openvpos.authorization.payment.StoreUnavailableException;
import io.openvpos.authorization.payment.domain.PaymentEvent;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Payments in one collection. After each write the relay is handed everything in the document's
/// outbox.
public final class MongoPayments implements Payments {

  private static final String ATTENTION_AT = "attention_at";
  private static final String ADVICE_TRIES = "advice_tries";

  private final Documents documents;
  private final Facts facts;
  private final OutboxRelay relay;
  private final PaymentDocument shape;

  /// @param grace how long after its deadline an attempt is left to the request that wrote it
  public MongoPayments(Documents documents, Facts facts, OutboxRelay relay, Duration grace) {
    this.documents = documents;
    this.facts = facts;
    this.relay = relay;
    this.shape = new PaymentDocument(grace);
    documents.sparseIndex(new Document(ATTENTION_AT, 1));
    documents.sparseIndex(new Document(ADVICE_TRIES, 1));
    documents.index(
        new Document("merchant_id", 1)
            .append("mode", 1)
            .append("created_at", -1)
            .append("_id", -1));
    // What people search by; on a collection sharded by `_id` each is asked of every shard.
    for (String field : List.of("order_id", "card.last4", "attempt.rrn")) {
      documents.index(new Document("merchant_id", 1).append("mode", 1).append(field, 1));
    }
  }

  @Override
  public Optional<PaymentRecord> find(String paymentId) {
    return answered(() -> documents.find(paymentId)).map(PaymentRecords::read);
  }

  @Override
  public boolean add(PaymentRecord first, List<PaymentEvent> events) {
    List<OutboxEntry> outbox = facts.of(first.payment(), events);
    Document document = shape.of(first);
    if (!outbox.isEmpty()) {
      document.append("outbox", outbox.stream().map(OutboxEntry::toDocument).toList());
    }
    boolean added = answered(() -> documents.insert(document));
    if (added) {
      relay.submit(first.id(), outbox);
    }
    return added;
  }

  @Override
  public boolean store(PaymentRecord before, PaymentRecord after, List<PaymentEvent> events) {
    List<OutboxEntry> added = facts.of(after.payment(), events);
    Document update = Changes.between(shape.of(before), shape.of(after));
    if (!added.isEmpty()) {
      update
          .get("$push", Document.class)
          .append(
              "outbox",
              new Document("$each", added.stream().map(OutboxEntry::toDocument).toList()));
    }
    Document operators = Changes.withoutEmpty(update);
    boolean stored =
        answered(() -> documents.compareAndSet(before.id(), before.version(), operators));
    if (stored) {
      List<OutboxEntry> outbox = new ArrayList<>(before.unsent());
      outbox.addAll(added);
      relay.submit(before.id(), outbox);
    }
    return stored;
  }

  @Override
  public void send(PaymentRecord read) {
    relay.submit(read.id(), read.unsent());
  }

  @Override
  public void sendLeft() {
    relay.sweep();
  }

  @Override
  public List<PaymentRecord> list(PaymentQuery query) {
    Document filter =
        new Document("merchant_id", query.merchantId()).append("mode", query.mode().code());
    PaymentQuery.Filters wanted = query.filters();
    equal(filter, "order_id", wanted.orderId());
    equal(filter, "status", wanted.status());
    equal(filter, "card.last4", wanted.last4());
    equal(filter, "attempt.rrn", wanted.rrn());
    PaymentRecord last = query.after();
    if (last != null) {
      filter.append("$or", olderThan(last));
    }
    Document newestFirst = new Document("created_at", -1).append("_id", -1);
    return answered(() -> documents.findMany(filter, newestFirst, query.limit())).stream()
        .map(PaymentRecords::read)
        .toList();
  }

  private static void equal(Document filter, String field, @Nullable String value) {
    if (value != null) {
      filter.append(field, value);
    }
  }

  private static List<Document> olderThan(PaymentRecord last) {
    Date createdAt = Date.from(last.payment().terms().createdAt());
    return List.of(
        new Document("created_at", new Document("$lt", createdAt)),
        new Document("created_at", createdAt).append("_id", new Document("$lt", last.id())));
  }

  @Override
  public List<PaymentRecord> unacknowledged(int tries, @Nullable String startingAfter, int limit) {
    Document filter = new Document(ADVICE_TRIES, new Document("$gte", tries));
    if (startingAfter != null) {
      filter.append("_id", new Document("$gt", startingAfter));
    }
    return answered(() -> documents.findMany(filter, new Document("_id", 1), limit)).stream()
        .map(PaymentRecords::read)
        .toList();
  }

  @Override
  public void forEachNeedingAttention(Instant now, Consumer<String> each) {
    List<String> found = new ArrayList<>();
    answered(() -> {
      documents.forEach(
          new Document(ATTENTION_AT, new Document("$lte", Date.from(now))),
          new Document("_id", 1),
          document -> found.add(document.getString("_id")));
      return found;
    });
    found.forEach(each);
  }

  /// An answer that did not come says nothing about what the store did.
  private static <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoException | IllegalStateException e) {
      throw new StoreUnavailableException(e);
    }
  }
}
