package io.openvpos.merchant.webhook;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// One event on its way to an endpoint, as the edge tells it.
///
/// @param status `pending`, `delivered` or `failed`
/// @param tries how many the edge shows
/// @param lastAnswer the HTTP status of the newest try, or why there was none; empty before a try
public record WebhookDelivery(
    String id, String type, String status, int tries, String lastAnswer, Instant createdAt) {

  static WebhookDelivery of(JsonNode body) {
    JsonNode attempts = body.path("attempts");
    JsonNode last = attempts.path(attempts.size() - 1);
    String answered = last.path("status").asString("");
    return new WebhookDelivery(
        body.path("id").asString(""),
        body.path("type").asString(""),
        body.path("status").asString(""),
        attempts.size(),
        answered.isEmpty() ? last.path("fault").asString("") : answered,
        Instant.parse(body.path("created_at").asString("")));
  }

  /// How its status is coloured.
  public String tone() {
    return switch (status) {
      case "delivered" -> "good";
      case "pending" -> "warn";
      default -> "bad";
    };
  }
}
