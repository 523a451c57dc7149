package io.openvpos.fraud.assessment.mongo;

import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.ModelScore;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What training reads of the assessments. It writes nothing, not even an index, so that a user of
/// the store who may only read is enough.
public final class ServedVectors {

  /// Short enough that no write waits long behind a read.
  private static final Duration AT_ONCE = Duration.ofDays(1);

  private static final Document FIELDS =
      new Document("payment_id", 1)
          .append("requested_at", 1)
          .append("decision", 1)
          .append("model", 1);

  private ServedVectors() {}

  /// What was said of a payment.
  ///
  /// @param model null where it was made before there was one
  public record Served(
      String paymentId, Instant requestedAt, Decision decision, @Nullable ModelScore model) {}

  /// The first assessment of each payment requested from `from` on and before `to`; within a day in
  /// no order.
  public static void between(
      Documents assessments, Mode mode, Instant from, Instant to, Consumer<Served> each) {
    for (Instant at = from; at.isBefore(to); at = at.plus(AT_ONCE)) {
      Instant end = at.plus(AT_ONCE).isBefore(to) ? at.plus(AT_ONCE) : to;
      Document requestedAt = new Document("$gte", Date.from(at)).append("$lt", Date.from(end));
      assessments.forEach(
          new Document("requested_at", requestedAt).append("mode", mode.code()),
          FIELDS,
          document -> {
            if (Objects.equals(document.get("_id"), document.getString("payment_id"))) {
              each.accept(read(document));
            }
          });
    }
  }

  private static Served read(Document document) {
    return new Served(
        document.getString("payment_id"),
        document.getDate("requested_at").toInstant(),
        Decision.of(document.getString("decision")),
        AssessmentDocument.model(document.get("model", Document.class)));
  }
}
