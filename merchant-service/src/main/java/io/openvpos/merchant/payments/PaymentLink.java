package io.openvpos.merchant.payments;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// A payment link as the edge tells it.
///
/// @param status `active`, `processing`, `paid`, `failed`, `expired` or `deactivated`
/// @param paymentId empty before its one payment is approved, and of a link for many
public record PaymentLink(
    String id,
    String status,
    String url,
    boolean reusable,
    long amount,
    String currency,
    String orderId,
    String description,
    String paymentId,
    boolean test,
    Instant createdAt,
    Instant expiresAt) {

  static PaymentLink of(JsonNode body) {
    return new PaymentLink(
        body.path("id").asString(""),
        body.path("status").asString(""),
        body.path("url").asString(""),
        body.path("reusable").asBoolean(),
        body.path("amount").asLong(),
        body.path("currency").asString(""),
        body.path("order_id").asString(""),
        body.path("description").asString(""),
        body.path("payment_id").asString(""),
        body.path("test").asBoolean(),
        Instant.parse(body.path("created_at").asString("")),
        Instant.parse(body.path("expires_at").asString("")));
  }

  /// The mode that the edge is asked for it in.
  public String mode() {
    return test ? "test" : "live";
  }

  /// How its status is coloured.
  public String tone() {
    return switch (status) {
      case "paid" -> "good";
      case "failed", "expired", "deactivated" -> "bad";
      default -> "warn";
    };
  }

  /// Whether it can be taken back.
  public boolean isOpen() {
    return status.equals("active");
  }
}
