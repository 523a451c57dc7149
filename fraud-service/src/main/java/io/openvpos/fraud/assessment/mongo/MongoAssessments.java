package io.openvpos.fraud.assessment.mongo;

import com.mongodb.client.model.InsertOneModel;
import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.messaging.mongo.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;

/// Insert-once documents. The first request of a payment is at `_id` = payment id, so that the
/// look-up is one read by key; a later request of another hash is at `payment id|hash`, named in
/// the first one's `others`. An assessment never changes.
public final class MongoAssessments implements Assessments {

  public static final String COLLECTION = "assessments";

  private final Documents documents;

  public MongoAssessments(Documents documents) {
    this.documents = documents;
  }

  @Override
  public List<Assessment> keepFirst(List<Assessment> made) {
    Map<String, Assessment> byRequest = new LinkedHashMap<>();
    made.forEach(assessment -> byRequest.putIfAbsent(assessment.requestId(), assessment));
    Map<String, Assessment> kept = new HashMap<>();
    keep(byRequest.values(), Assessment::paymentId, kept);
    List<Assessment> others =
        byRequest.values().stream().filter(a -> !kept.containsKey(a.requestId())).toList();
    if (!others.isEmpty()) {
      keep(others, Assessment::requestId, kept);
      others.forEach(this::nameInFirst);
    }
    return made.stream().map(assessment -> kept.get(assessment.requestId())).toList();
  }

  @Override
  public List<Assessment> ofPayment(String paymentId) {
    List<Document> found = new ArrayList<>();
    documents
        .find(paymentId)
        .ifPresent(first -> {
          found.add(first);
          List<String> others = first.getList("others", String.class, List.of());
          if (!others.isEmpty()) {
            found.addAll(byIds(others));
          }
        });
    return found.stream()
        .map(AssessmentDocument::read)
        .sorted(Comparator.comparing(Assessment::assessedAt))
        .toList();
  }

  /// Writes all in one command and reads back what is there: ours, or another's that came first.
  private void keep(
      Collection<Assessment> made, Function<Assessment, String> id, Map<String, Assessment> kept) {
    Map<String, Assessment> byId = new LinkedHashMap<>();
    made.forEach(assessment -> byId.putIfAbsent(id.apply(assessment), assessment));
    documents.bulk(
        byId.entrySet().stream()
            .map(e -> new InsertOneModel<>(AssessmentDocument.write(e.getKey(), e.getValue())))
            .toList());
    for (Document stored : byIds(List.copyOf(byId.keySet()))) {
      Assessment assessment = AssessmentDocument.read(stored);
      kept.put(assessment.requestId(), assessment);
    }
  }

  private List<Document> byIds(List<String> ids) {
    return documents.findMany(new Document("_id", new Document("$in", ids)), new Document(), 0);
  }

  private void nameInFirst(Assessment other) {
    documents.update(
        other.paymentId(), new Document("$addToSet", new Document("others", other.requestId())));
  }
}
