package io.openvpos.sandbox.scenario;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A shop's back end: what it asks of the API edge, each call with a key of its own.
public final class Shop {

  private final Api api;

  /// @param edge base address of authorization-service
  public Shop(String edge, String secretKey) {
    api = Api.of(edge).as(secretKey);
  }

  /// A payment as a request body; the parts that most callers leave alone have defaults.
  public record Order(
      long amount,
      String currency,
      String card,
      String captureMethod,
      int installments,
      @Nullable String email) {

    public static Order of(long amount, String card) {
      return new Order(amount, "TRY", card, "automatic", 1, null);
    }

    public Order in(String other) {
      return new Order(amount, other, card, captureMethod, installments, email);
    }

    public Order manual() {
      return new Order(amount, currency, card, "manual", installments, email);
    }

    public Order over(int months) {
      return new Order(amount, currency, card, captureMethod, months, email);
    }

    public Order by(String buyer) {
      return new Order(amount, currency, card, captureMethod, installments, buyer);
    }

    /// The body of `POST /v1/payments`.
    public Map<String, Object> body(String orderId) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("amount", amount);
      body.put("currency", currency);
      body.put("order_id", orderId);
      body.put("capture_method", captureMethod);
      body.put("installments", installments);
      body.put(
          "card",
          Map.of(
              "number",
              card,
              "expiry_month",
              12,
              "expiry_year",
              2030,
              "cvc",
              "123",
              "holder_name",
              "Ayşe Yılmaz"));
      if (email != null) {
        body.put("customer", Map.of("ip", "203.0.113.7", "email", email));
      }
      return body;
    }
  }

  public Reply pay(Order order, String orderId) {
    return api.post("/v1/payments", order.body(orderId), key());
  }

  public Reply payment(String id) {
    return api.get("/v1/payments/" + id);
  }

  /// Null captures the rest and is final.
  public Reply capture(String id, @Nullable Long amount, boolean isFinal) {
    Map<String, Object> body =
        amount == null ? Map.of() : Map.of("amount", amount, "final", isFinal);
    return api.post("/v1/payments/" + id + "/capture", body, key());
  }

  /// Holds more of an authorized payment.
  public Reply increment(String id, long amount) {
    return api.post("/v1/payments/" + id + "/increments", Map.of("amount", amount), key());
  }

  public Reply cancel(String id) {
    return api.post("/v1/payments/" + id + "/void", Map.of(), key());
  }

  /// Null refunds the rest.
  public Reply refund(String id, @Nullable Long amount) {
    Map<String, Object> body = amount == null ? Map.of() : Map.of("amount", amount);
    return api.post("/v1/payments/" + id + "/refunds", body, key());
  }

  public Reply refunds(String paymentId) {
    return api.get("/v1/payments/" + paymentId + "/refunds");
  }

  /// The call itself, for what a well-behaved shop does not do.
  public Api api() {
    return api;
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
