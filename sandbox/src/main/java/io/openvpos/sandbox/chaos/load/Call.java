package io.openvpos.sandbox.chaos.load;

import io.openvpos.sandbox.scenario.Shop.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A request with its key, sent as often as needed.
///
/// @param shop index of the shop that asks
/// @param paymentId the payment it is about; empty for what makes one
/// @param orderId the order of what makes one, otherwise of its payment
/// @param amount asked for, in minor units; null where the request names none
public record Call(
    int shop,
    Kind kind,
    String key,
    String paymentId,
    String orderId,
    @Nullable Long amount,
    String currency,
    Map<String, Object> body) {

  private static final String TRY = "TRY";

  /// What is asked.
  public enum Kind {
    CREATE(""),
    /// A session for the bank's page.
    SESSION(""),
    CAPTURE("/capture"),
    VOID("/void"),
    REFUND("/refunds");

    private final String path;

    Kind(String path) {
      this.path = path;
    }
  }

  static Call create(int shop, String key, Order order, String orderId) {
    return create(shop, key, order, orderId, Map.of());
  }

  /// @param more of the body than the order has
  static Call create(int shop, String key, Order order, String orderId, Map<String, Object> more) {
    Map<String, Object> body = new LinkedHashMap<>(order.body(orderId));
    body.putAll(more);
    return new Call(shop, Kind.CREATE, key, "", orderId, order.amount(), order.currency(), body);
  }

  /// A session for the bank's page.
  ///
  /// @param back where the payer's browser goes in the end
  public static Call session(int shop, String key, long amount, String orderId, String back) {
    Map<String, Object> body =
        Map.of("amount", amount, "currency", TRY, "order_id", orderId, "success_url", back);
    return new Call(shop, Kind.SESSION, key, "", orderId, amount, TRY, body);
  }

  /// The payment that came of a session, to be read.
  Call payment(String id) {
    return new Call(shop, Kind.VOID, "", id, orderId, amount, currency, Map.of());
  }

  /// A call about a payment that was answered.
  static Call about(
      Call creation,
      Kind kind,
      String key,
      String paymentId,
      @Nullable Long amount,
      Map<String, Object> body) {
    return new Call(
        creation.shop, kind, key, paymentId, creation.orderId, amount, creation.currency, body);
  }

  String path() {
    return switch (kind) {
      case CREATE -> "/v1/payments";
      case SESSION -> "/v1/checkout/sessions";
      default -> "/v1/payments/" + paymentId + kind.path;
    };
  }

  /// Names the request without repeating it: the journal is no place for card numbers.
  String requestHash() {
    return sha256(path() + new TreeMap<>(body));
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
