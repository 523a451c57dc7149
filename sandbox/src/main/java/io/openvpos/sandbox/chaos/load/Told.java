package io.openvpos.sandbox.chaos.load;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a successful answer says of a payment, a refund or a session. Amounts are minor units.
///
/// @param captured what it says to be captured; 0 of a refund
/// @param refunded what it says to be refunded; 0 of a refund
/// @param rrn of the authorization; empty if there is none
/// @param payment of a session that has one; otherwise empty
/// @param next where the payer goes on; empty if nowhere
public record Told(
    String object,
    String id,
    String status,
    String currency,
    long amount,
    long captured,
    long refunded,
    String rrn,
    String payment,
    String next) {

  private static final JsonMapper JSON = new JsonMapper();

  /// Empty of anything but a success.
  public static Optional<Told> of(JournalLine line) {
    if (line.status() / 100 != 2) {
      return Optional.empty();
    }
    JsonNode body = JSON.readTree(line.body());
    return Optional.of(
        new Told(
            text(body, "object"),
            text(body, "id"),
            text(body, "status"),
            text(body, "currency"),
            body.path("amount").asLong(-1),
            body.path("amount_captured").asLong(0),
            body.path("amount_refunded").asLong(0),
            text(body.path("authorization"), "rrn"),
            text(body, "payment_id"),
            text(body, "url") + text(body.path("next_action"), "url")));
  }

  private static String text(JsonNode body, String field) {
    return body.path(field).asString("");
  }

  public boolean isRefund() {
    return object.equals("refund");
  }

  public boolean isSession() {
    return object.equals("checkout_session");
  }

  /// Whether the payer is to be asked by the card's bank.
  public boolean isWaiting() {
    return status.equals("requires_action");
  }

  public boolean isApproved() {
    return status.equals("authorized") || status.equals("captured");
  }

  /// Whether it will be something else later, by itself.
  public boolean isUnsettled() {
    return status.equals("processing") || status.equals("pending") || isWaiting();
  }
}
