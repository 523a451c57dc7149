package io.openvpos.fraud.labels.mongo;

import io.openvpos.fraud.labels.Label;
import io.openvpos.fraud.labels.Labels;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collection `labels`: inserted once, never changed; what is to be told of a label is written with
/// it and leaves by the relay.
public final class MongoLabels implements Labels, AutoCloseable {

  public static final String COLLECTION = "labels";

  private static final Logger LOGGER = LoggerFactory.getLogger(MongoLabels.class);

  private final Documents documents;
  private final Function<Label, List<OutboxEntry>> notices;
  private final @Nullable OutboxRelay relay;

  /// Labels that nobody is told of.
  public MongoLabels(Documents documents) {
    this(documents, label -> List.of(), null);
  }

  /// @param notices what is told of a label
  public MongoLabels(
      Documents documents,
      Function<Label, List<OutboxEntry>> notices,
      @Nullable OutboxRelay relay) {
    this.documents = documents;
    this.notices = notices;
    this.relay = relay;
    documents.index(new Document("payment_id", 1));
    documents.index(new Document("card", 1));
  }

  @Override
  public boolean add(Label label) {
    List<OutboxEntry> told = notices.apply(label);
    boolean added = documents.insert(document(label, told));
    if (added && relay != null) {
      relay.submit(label.id(), told);
    }
    return added;
  }

  /// What an instance left untold when it stopped.
  public void sweep() {
    if (relay != null) {
      try {
        relay.sweep();
      } catch (RuntimeException e) {
        LOGGER.warn("labels wait to be told", e);
      }
    }
  }

  @Override
  public void close() {
    if (relay != null) {
      relay.close();
    }
  }

  private static Document document(Label label, List<OutboxEntry> told) {
    return new Document("_id", label.id())
        .append("payment_id", label.paymentId())
        .append("card", label.card())
        .append("fraud", label.fraud())
        .append("source", label.source())
        .append("reason", label.reason())
        .append("known_at", Date.from(label.knownAt()))
        .append("by", label.by())
        .append("outbox", told.stream().map(OutboxEntry::toDocument).toList());
  }

  @Override
  public Optional<Label> find(String id) {
    return documents.find(id).map(MongoLabels::read);
  }

  @Override
  public List<Label> ofPayment(String paymentId) {
    return find(new Document("payment_id", paymentId));
  }

  @Override
  public List<Label> ofCard(String card) {
    return find(new Document("card", card));
  }

  @Override
  public Map<String, Boolean> verdicts(Collection<String> payments) {
    Map<String, Boolean> verdicts = new HashMap<>();
    Document filter = new Document("payment_id", new Document("$in", List.copyOf(payments)));
    standing(documents, filter).forEach((payment, label) -> verdicts.put(payment, label.fraud()));
    return verdicts;
  }

  @Override
  public void verdicts(BiConsumer<String, Boolean> each) {
    Iterator<Document> found = documents.inOrder(new Document(), new Document("payment_id", 1));
    List<Label> ofOne = new ArrayList<>();
    while (found.hasNext()) {
      Label label = read(found.next());
      if (!ofOne.isEmpty() && !ofOne.getFirst().paymentId().equals(label.paymentId())) {
        tell(ofOne, each);
        ofOne.clear();
      }
      ofOne.add(label);
    }
    tell(ofOne, each);
  }

  private static void tell(List<Label> ofOne, BiConsumer<String, Boolean> each) {
    Label.standing(ofOne).ifPresent(label -> each.accept(label.paymentId(), label.fraud()));
  }

  /// By payment, the label that stood at a time: what became known later is not seen. It writes
  /// nothing, not even an index.
  public static Map<String, Label> standingAt(Documents labels, Instant time) {
    return standing(labels, new Document("known_at", new Document("$lte", Date.from(time))));
  }

  private static Map<String, Label> standing(Documents labels, Document filter) {
    Map<String, List<Label>> byPayment = new HashMap<>();
    labels.forEach(
        filter,
        document -> {
          Label label = read(document);
          byPayment.computeIfAbsent(label.paymentId(), id -> new ArrayList<>(1)).add(label);
        });
    Map<String, Label> standing = new HashMap<>();
    byPayment.forEach(
        (payment, all) -> Label.standing(all).ifPresent(label -> standing.put(payment, label)));
    return standing;
  }

  private List<Label> find(Document filter) {
    return documents.findMany(filter, new Document("_id", 1), 0).stream()
        .map(MongoLabels::read)
        .toList();
  }

  private static Label read(Document document) {
    return new Label(
        document.getString("_id"),
        document.getString("payment_id"),
        document.getString("card"),
        document.getBoolean("fraud"),
        document.getString("source"),
        document.getString("reason"),
        document.getDate("known_at").toInstant(),
        document.getString("by"));
  }
}
