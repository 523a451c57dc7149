package io.openvpos.merchant.payments;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// A payment as the edge tells it. Texts that are absent are empty; amounts are minor units.
public record Payment(
    String id,
    String status,
    long amount,
    String currency,
    String orderId,
    int installments,
    long authorized,
    long capturable,
    long captured,
    long refunded,
    String cardBrand,
    String bin,
    String last4,
    String rrn,
    String authorizationCode,
    String responseCode,
    String decline,
    String riskDecision,
    boolean test,
    Instant createdAt) {

  public static Payment of(JsonNode json) {
    return new Payment(
        text(json, "id"),
        text(json, "status"),
        json.path("amount").asLong(),
        text(json, "currency"),
        text(json, "order_id"),
        json.path("installments").asInt(1),
        json.path("amount_authorized").asLong(),
        json.path("amount_capturable").asLong(),
        json.path("amount_captured").asLong(),
        json.path("amount_refunded").asLong(),
        text(json.path("card"), "brand"),
        text(json.path("card"), "bin"),
        text(json.path("card"), "last4"),
        text(json.path("authorization"), "rrn"),
        text(json.path("authorization"), "code"),
        text(json.path("authorization"), "response_code"),
        text(json.path("decline"), "message"),
        text(json.path("risk"), "decision"),
        json.path("test").asBoolean(),
        Instant.parse(text(json, "created_at")));
  }

  public long refundable() {
    return captured - refunded;
  }

  public boolean isCapturable() {
    return capturable > 0;
  }

  /// Whether a void is worth offering; the edge knows whether the day is still open.
  public boolean isVoidable() {
    return status.equals("authorized") || (status.equals("captured") && refunded == 0);
  }

  public boolean isRefundable() {
    return refundable() > 0;
  }

  /// The look of the status: good, bad, warn or nothing.
  public String tone() {
    return switch (status) {
      case "captured" -> "good";
      case "declined", "reversed", "expired" -> "bad";
      case "processing", "requires_action" -> "warn";
      default -> "";
    };
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }
}
