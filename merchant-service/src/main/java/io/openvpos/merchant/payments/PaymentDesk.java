package io.openvpos.merchant.payments;

import io.openvpos.merchant.payments.EdgeClient.Answer;
import io.openvpos.merchant.payments.EdgeClient.Asking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Payments looked up and changed on behalf of a person. Refusals of reading are problems; those of
/// a change are answers, to be shown where it was asked for.
public final class PaymentDesk {

  private final EdgeClient edge;

  public PaymentDesk(EdgeClient edge) {
    this.edge = edge;
  }

  public record Found(List<Payment> payments, boolean hasMore) {}

  /// One line of a payment's history, its data as plain pairs.
  public record Event(String type, Instant at, Map<String, String> data) {}

  public record Refund(
      String id, String status, long amount, String currency, String reason, Instant createdAt) {}

  /// A page of the merchant's payments, newest first.
  ///
  /// @param query parameters of the edge's list; empty ones are left out
  public Found list(Asking asking, Map<String, String> query) {
    StringBuilder path = new StringBuilder("/v1/payments?");
    query.forEach((name, value) -> {
      if (!value.isEmpty()) {
        path.append(name).append('=').append(EdgeAnswers.encoded(value)).append('&');
      }
    });
    JsonNode body = EdgeAnswers.read(edge.get(asking, path.toString()));
    List<Payment> payments = new ArrayList<>();
    body.path("data").forEach(one -> payments.add(Payment.of(one)));
    return new Found(payments, body.path("has_more").asBoolean());
  }

  public Payment one(Asking asking, String id) {
    return Payment.of(EdgeAnswers.read(edge.get(asking, path(id))));
  }

  public List<Event> events(Asking asking, String id) {
    List<Event> events = new ArrayList<>();
    EdgeAnswers.read(edge.get(asking, path(id) + "/events"))
        .path("data")
        .forEach(one ->
            events.add(
                new Event(
                    one.path("type").asString(""),
                    Instant.parse(one.path("at").asString("")),
                    pairs(one.path("data")))));
    return events;
  }

  public List<Refund> refunds(Asking asking, String id) {
    List<Refund> refunds = new ArrayList<>();
    EdgeAnswers.read(edge.get(asking, path(id) + "/refunds?limit=100"))
        .path("data")
        .forEach(one ->
            refunds.add(
                new Refund(
                    one.path("id").asString(""),
                    one.path("status").asString(""),
                    one.path("amount").asLong(),
                    one.path("currency").asString(""),
                    one.path("reason").asString(""),
                    Instant.parse(one.path("created_at").asString("")))));
    return refunds;
  }

  /// Captures, voids or refunds.
  ///
  /// @param call `capture`, `void` or `refunds`
  public Answer change(
      Asking asking, String id, String call, String key, Map<String, Object> body) {
    return edge.post(asking, path(id) + "/" + call, key, body);
  }

  private static Map<String, String> pairs(JsonNode data) {
    Map<String, String> pairs = new LinkedHashMap<>();
    data.properties()
        .forEach(pair -> {
          JsonNode value = pair.getValue();
          if (!value.isNull()) {
            pairs.put(pair.getKey(), value.isString() ? value.asString() : value.toString());
          }
        });
    return pairs;
  }

  private static String path(String id) {
    return "/v1/payments/" + EdgeAnswers.encoded(id);
  }
}
