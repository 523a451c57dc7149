package io.openvpos.fraud.labels.mongo;

import io.openvpos.fraud.labels.Label;
import io.openvpos.fraud.labels.Labels;
import io.openvpos.messaging.mongo.Documents;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/// Collection `labels`: inserted once, never changed.
public final class MongoLabels implements Labels {

  public static final String COLLECTION = "labels";

  private final Documents documents;

  public MongoLabels(Documents documents) {
    this.documents = documents;
    documents.index(new Document("payment_id", 1));
    documents.index(new Document("card", 1));
  }

  @Override
  public boolean add(Label label) {
    return documents.insert(
        new Document("_id", label.id())
            .append("payment_id", label.paymentId())
            .append("card", label.card())
            .append("fraud", label.fraud())
            .append("source", label.source())
            .append("reason", label.reason())
            .append("known_at", Date.from(label.knownAt()))
            .append("by", label.by()));
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
  public Map<String, Boolean> verdicts() {
    Map<String, List<Label>> byPayment = new HashMap<>();
    documents.forEach(
        new Document(),
        document -> {
          Label label = read(document);
          byPayment.computeIfAbsent(label.paymentId(), id -> new ArrayList<>(1)).add(label);
        });
    Map<String, Boolean> verdicts = new HashMap<>();
    byPayment.forEach(
        (payment, labels) -> verdicts.put(payment, Label.verdict(labels).orElse(false)));
    return verdicts;
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
