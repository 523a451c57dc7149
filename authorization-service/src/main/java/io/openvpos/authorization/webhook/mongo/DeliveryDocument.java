package io.openvpos.authorization.webhook.mongo;

import io.openvpos.authorization.webhook.domain.Attempt;
import io.openvpos.authorization.webhook.domain.Delivery;
import io.openvpos.authorization.webhook.domain.Delivery.State;
import io.openvpos.authorization.webhook.domain.EventType;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;

/// The shape of a delivery's document. `next_at` is when it is due while it is pending, and when it
/// ended afterwards.
final class DeliveryDocument {

  static final String ENDPOINT = "endpoint_id";
  static final String STATE = "state";
  static final String NEXT_AT = "next_at";
  static final String PAYMENT = "payment_id";
  static final String CREATED_AT = "created_at";

  private static final String TRIES = "tries";
  private static final String ATTEMPTS = "attempts";

  private DeliveryDocument() {}

  static Document state(Delivery delivery) {
    Document whole =
        new Document("_id", delivery.id())
            .append(ENDPOINT, delivery.endpointId())
            .append("event_id", delivery.eventId())
            .append("type", delivery.type().code())
            .append("body", delivery.body())
            .append(CREATED_AT, Date.from(delivery.createdAt()));
    if (delivery.paymentId() != null) {
      whole.append(PAYMENT, delivery.paymentId());
    }
    whole.putAll(progress(delivery));
    return whole;
  }

  /// The part that changes.
  static Document progress(Delivery delivery) {
    return new Document(STATE, delivery.state().code())
        .append(TRIES, delivery.tries())
        .append(ATTEMPTS, delivery.attempts().stream().map(DeliveryDocument::attempt).toList())
        .append(NEXT_AT, Date.from(delivery.nextAt()));
  }

  static Delivery read(Document found) {
    return new Delivery(
        found.getString("_id"),
        found.getString(ENDPOINT),
        found.getString("event_id"),
        EventType.of(found.getString("type")).orElseThrow(),
        found.getString(PAYMENT),
        found.getString("body"),
        State.valueOf(found.getString(STATE).toUpperCase(Locale.ROOT)),
        found.getInteger(TRIES),
        found.getList(ATTEMPTS, Document.class).stream().map(DeliveryDocument::attempt).toList(),
        found.getDate(NEXT_AT).toInstant(),
        found.getDate(CREATED_AT).toInstant(),
        found.get("version", Number.class).longValue());
  }

  private static Document attempt(Attempt attempt) {
    return new Document("at", Date.from(attempt.at()))
        .append("status", attempt.status())
        .append("fault", attempt.fault())
        .append("took_ms", attempt.took().toMillis());
  }

  private static Attempt attempt(Document found) {
    return new Attempt(
        found.getDate("at").toInstant(),
        found.getInteger("status"),
        found.getString("fault"),
        Duration.ofMillis(found.get("took_ms", Number.class).longValue()));
  }
}
