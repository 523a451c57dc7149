package io.openvpos.fraud.assessment.mongo;

import com.mongodb.client.model.InsertOneModel;
import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/// Insert-once documents. The first request of a payment is at `_id` = payment id, so that the
/// look-up is one read by key; a later request of another hash is at `payment id|hash`, named in
/// the first one's `others`. An assessment never changes.
public final class MongoAssessments implements Assessments {

  public static final String COLLECTION = "assessments";
  public static final String LATE = "late_hours";

  private static final Document ANY_ORDER = new Document();
  private static final Document NEWEST_FIRST = new Document("requested_at", -1);

  private static final int FEW = 100;
  private static final Duration SHORTEST = Duration.ofMillis(2);
  private static final Duration FIRST_SLICE = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Documents documents;
  private final @Nullable Documents late;

  /// Of which nobody asks for late hours.
  public MongoAssessments(Documents documents) {
    this(documents, null);
  }

  /// @param late where the hours of late ones are noted
  public MongoAssessments(Documents documents, @Nullable Documents late) {
    this.documents = documents;
    this.late = late;
    documents.index(new Document("requested_at", 1).append("mode", 1));
    documents.index(new Document("card_fingerprint", 1).append("requested_at", -1));
    documents.sparseIndex(new Document("facts.ip", 1).append("requested_at", -1));
    documents.sparseIndex(new Document("facts.email", 1).append("requested_at", -1));
    documents.sparseIndex(new Document("facts.device", 1).append("requested_at", -1));
  }

  @Override
  public List<Assessment> keepFirst(List<Assessment> made) {
    noteLate(made);
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

  @Override
  public void newest(Instant from, @Nullable Mode mode, Predicate<Assessment> each) {
    Document wanted = new Document("requested_at", new Document("$gte", Date.from(from)));
    Read _ = each(mode == null ? wanted : wanted.append("mode", mode.code()), NEWEST_FIRST, each);
  }

  /// Reads one short time after another, longer ones where little was asked: a store answers each
  /// soon, and no write waits behind a long read.
  @Override
  public void between(Instant from, Instant to, Predicate<Assessment> each) {
    Duration slice = FIRST_SLICE;
    Instant at = from;
    boolean on = true;
    while (on && at.isBefore(to)) {
      Instant end = at.plus(slice).isBefore(to) ? at.plus(slice) : to;
      Document slot = new Document("$gte", Date.from(at)).append("$lt", Date.from(end));
      Read read = each(new Document("requested_at", slot), ANY_ORDER, each);
      on = read.on();
      at = end;
      slice = next(slice, read.documents());
    }
  }

  private static Duration next(Duration slice, int read) {
    if (read > FEW) {
      return slice.compareTo(SHORTEST) > 0 ? slice.dividedBy(2) : slice;
    }
    return read < FEW / 4 && slice.compareTo(LONGEST) < 0 ? slice.multipliedBy(2) : slice;
  }

  @Override
  public Map<Instant, Instant> lateHours(Instant from) {
    Map<Instant, Instant> hours = new HashMap<>();
    if (late != null) {
      late.forEach(
          new Document("newest", new Document("$gte", Date.from(from))),
          hour ->
              hours.put(Instant.parse(hour.getString("_id")), hour.getDate("newest").toInstant()));
    }
    return hours;
  }

  /// Noted before they are stored, so that none is stored without.
  private void noteLate(List<Assessment> made) {
    if (late == null) {
      return;
    }
    Map<Instant, Instant> newest = new TreeMap<>();
    made.stream()
        .filter(Assessment::isLate)
        .forEach(each ->
            newest.merge(
                each.requestedAt().truncatedTo(ChronoUnit.HOURS),
                each.assessedAt(),
                (one, other) -> one.isAfter(other) ? one : other));
    newest.forEach((hour, at) ->
        late.upsert(hour.toString(), new Document("$max", new Document("newest", Date.from(at)))));
  }

  @Override
  public Optional<Instant> oldest() {
    return documents.findMany(new Document(), new Document("requested_at", 1), 1).stream()
        .map(first -> first.getDate("requested_at").toInstant())
        .findFirst();
  }

  /// How many were read, and whether more are wanted.
  private record Read(int documents, boolean on) {}

  private Read each(Document wanted, Document order, Predicate<Assessment> each) {
    Iterator<Document> found = this.documents.inOrder(wanted, order);
    boolean on = true;
    int documents = 0;
    while (on && found.hasNext()) {
      Document document = found.next();
      documents++;
      boolean first = Objects.equals(document.get("_id"), document.getString("payment_id"));
      on = !first || each.test(AssessmentDocument.read(document));
    }
    if (found instanceof Disposable cursor) {
      cursor.dispose();
    }
    return new Read(documents, on);
  }

  @Override
  public List<Assessment> linked(LinkedBy link, String value, Mode mode, int limit) {
    String field =
        switch (link) {
          case CARD -> "card_fingerprint";
          case IP -> "facts.ip";
          case EMAIL -> "facts.email";
          case DEVICE -> "facts.device";
        };
    return documents
        .findMany(
            new Document(field, value).append("mode", mode.code()),
            new Document("requested_at", -1),
            limit)
        .stream()
        .map(AssessmentDocument::read)
        .toList();
  }

  /// Writes all in one command. What is there afterwards is ours, or where the id was taken, what
  /// came first and is read.
  private void keep(
      Collection<Assessment> made, Function<Assessment, String> id, Map<String, Assessment> kept) {
    Map<String, Assessment> byId = new LinkedHashMap<>();
    made.forEach(assessment -> byId.putIfAbsent(id.apply(assessment), assessment));
    List<String> ids = List.copyOf(byId.keySet());
    List<String> taken = new ArrayList<>();
    documents
        .bulk(ids.stream().map(each -> insert(each, byId)).toList())
        .forEach(place -> taken.add(ids.get(place)));
    byId.keySet().removeAll(taken);
    byId.values().forEach(ours -> kept.put(ours.requestId(), ours));
    for (Document stored : byIds(taken)) {
      Assessment assessment = AssessmentDocument.read(stored);
      kept.put(assessment.requestId(), assessment);
    }
  }

  private static InsertOneModel<Document> insert(String id, Map<String, Assessment> byId) {
    return new InsertOneModel<>(AssessmentDocument.write(id, Objects.requireNonNull(byId.get(id))));
  }

  private List<Document> byIds(List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : documents.findMany(new Document("_id", new Document("$in", ids)), new Document(), 0);
  }

  private void nameInFirst(Assessment other) {
    documents.update(
        other.paymentId(), new Document("$addToSet", new Document("others", other.requestId())));
  }
}
