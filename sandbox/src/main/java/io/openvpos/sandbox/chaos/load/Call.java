package io.openvpos.sandbox.chaos.load;

import io.openvpos.sandbox.scenario.Shop.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A request with its key, sent as often as needed.
///
/// @param shop index of the shop that asks
/// @param paymentId the payment it is about; empty for a creation
/// @param orderId the order of a creation, otherwise of its payment
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

  /// What is asked.
  public enum Kind {
    CREATE(""),
    CAPTURE("/capture"),
    VOID("/void"),
    REFUND("/refunds");

    private final String path;

    Kind(String path) {
      this.path = path;
    }
  }

  static Call create(int shop, String key, Order order, String orderId) {
    return new Call(
        shop, Kind.CREATE, key, "", orderId, order.amount(), order.currency(), order.body(orderId));
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
    return kind == Kind.CREATE ? "/v1/payments" : "/v1/payments/" + paymentId + kind.path;
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
