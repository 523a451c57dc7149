package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.AuthorizationReading;
import io.openvpos.sandbox.verify.books.Stored;
import io.openvpos.sandbox.verify.books.Told;
import io.openvpos.sandbox.verify.books.WebhookFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/// The webhooks' outbox: each fact of a payment that an endpoint asked for has its delivery there,
/// which is delivered, given up after its last try, or due. An endpoint that was changed since it
/// was added may have missed facts meanwhile, and is left out.
final class Deliveries {

  private static final int ID_DIGITS = 32;
  private static final int TRIES = 10;
  private static final int GONE = 410;

  /// A reader may have looked for endpoints just before one was there.
  private static final Duration BEFORE_IT_IS_SEEN = Duration.ofSeconds(5);

  private final Check faults;
  private final Map<String, List<Endpoint>> endpoints = new HashMap<>();
  private final Set<String> deliveries = new HashSet<>();
  private final Set<String> facts = new HashSet<>();

  Deliveries(Check faults) {
    this.faults = faults;
  }

  private record Endpoint(String id, List<String> events, Instant since) {

    boolean wants(String type) {
      String group = type.substring(0, type.indexOf('.')) + ".*";
      return events.contains("*") || events.contains(group) || events.contains(type);
    }
  }

  int found() {
    return deliveries.size();
  }

  int facts() {
    return facts.size();
  }

  void stored(Stored stored) {
    Document found = stored.document();
    switch (stored.place()) {
      case AuthorizationReading.WEBHOOK_ENDPOINTS -> endpoint(found);
      case AuthorizationReading.WEBHOOK_DELIVERIES -> delivery(found);
      default -> {
        // Nothing of webhooks.
      }
    }
  }

  private void endpoint(Document found) {
    boolean unchanged = found.get("version", Number.class).longValue() == 0;
    if (unchanged && found.getBoolean("enabled")) {
      endpoints
          .computeIfAbsent(
              found.getString("merchant_id") + "|" + found.getString("mode"),
              _ -> new ArrayList<>())
          .add(
              new Endpoint(
                  found.getString("_id"),
                  found.getList("events", String.class),
                  found.getDate("created_at").toInstant().plus(BEFORE_IT_IS_SEEN)));
    }
  }

  private void delivery(Document found) {
    String id = found.getString("_id");
    deliveries.add(found.getString("endpoint_id") + "|" + found.getString("event_id"));
    boolean stands =
        switch (found.getString("state")) {
          case "delivered" -> wasAccepted(found);
          case "pending" -> found.getDate("next_at") != null;
          case "failed" -> found.getInteger("tries") >= TRIES || isGone(found);
          default -> false;
        };
    faults.expect(stands, "delivery " + id + " is neither done, given up nor due");
  }

  private static boolean wasAccepted(Document found) {
    return found.getList("attempts", Document.class).stream()
        .anyMatch(attempt -> attempt.getInteger("status") / 100 == 2);
  }

  /// The server said that it takes no more, ever.
  private static boolean isGone(Document found) {
    return found.getList("attempts", Document.class).getLast().getInteger("status") == GONE;
  }

  /// Called after all documents.
  void told(Told told) {
    WebhookFact fact = told.record() == null ? null : WebhookFact.of(told.record());
    if (fact == null) {
      return;
    }
    String id = "msg_" + new Sha256().add(fact.eventId()).hex().substring(0, ID_DIGITS);
    for (Endpoint endpoint : endpoints.getOrDefault(fact.owner(), List.of())) {
      if (endpoint.wants(fact.type()) && !fact.at().isBefore(endpoint.since())) {
        String delivery = endpoint.id() + "|" + id;
        facts.add(delivery);
        faults.expect(
            deliveries.contains(delivery),
            fact.type() + " " + fact.eventId() + " has no delivery to " + endpoint.id());
      }
    }
  }
}
