package io.openvpos.fraud.outcomes.mongo;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.openvpos.fraud.outcomes.Outcome;
import io.openvpos.fraud.outcomes.Outcome.Subject;
import io.openvpos.fraud.outcomes.Outcomes;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Money;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;

/// Collection `outcomes`: one document a payment, in it each fact at its number, so that a fact
/// that comes again is written over by itself. All that is told together goes in one command.
public final class MongoOutcomes implements Outcomes {

  public static final String COLLECTION = "outcomes";

  private static final String FACTS = "facts";
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final Documents documents;

  public MongoOutcomes(Documents documents) {
    this.documents = documents;
  }

  @Override
  public void keep(List<Outcome> told) {
    Map<String, Document> facts = new LinkedHashMap<>();
    for (Outcome each : told) {
      facts
          .computeIfAbsent(id(each.of()), id -> new Document())
          .append(FACTS + "." + each.number(), write(each));
    }
    List<UpdateOneModel<Document>> writes =
        facts.entrySet().stream()
            .map(each ->
                new UpdateOneModel<Document>(
                    new Document("_id", each.getKey()),
                    new Document("$set", each.getValue()),
                    UPSERT))
            .toList();
    documents.bulk(writes);
  }

  @Override
  public List<Outcome> of(Subject payment) {
    return documents
        .find(id(payment))
        .map(found -> found.get(FACTS, Document.class))
        .map(facts ->
            facts.keySet().stream()
                .map(number -> read(payment, number, facts.get(number, Document.class)))
                .sorted(Comparator.comparingLong(Outcome::number))
                .toList())
        .orElse(List.of());
  }

  private static String id(Subject payment) {
    return String.join(":", payment.mode().code(), payment.merchantId(), payment.paymentId());
  }

  private static Document write(Outcome one) {
    return new Document("kind", one.kind().code())
        .append("amount", one.amount().minorUnits())
        .append("currency", one.amount().currency().getCurrencyCode())
        .append("detail", one.detail())
        .append("at", Date.from(one.at()));
  }

  private static Outcome read(Subject payment, String number, Document one) {
    return new Outcome(
        payment,
        Long.parseLong(number),
        Outcome.Kind.valueOf(one.getString("kind").toUpperCase(Locale.ROOT)),
        Money.of(one.getLong("amount"), one.getString("currency")),
        one.getString("detail"),
        one.getDate("at").toInstant());
  }
}
