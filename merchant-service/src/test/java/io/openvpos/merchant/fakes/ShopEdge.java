package io.openvpos.merchant.fakes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The API edge as the pages meet it: one payment, `pay_1`, one link, `pl_1`, and one webhook
/// endpoint, `we_1`; everything else is not found. Remembers what it was asked.
public final class ShopEdge implements AutoCloseable {

  private static final String PAYMENT =
      """
      {"id": "pay_1", "object": "payment", "status": "captured", "amount": 129050,
       "currency": "TRY", "order_id": "Sipariş-1", "capture_method": "automatic",
       "installments": 3, "amount_authorized": 129050, "amount_capturable": 0,
       "amount_captured": 129050, "amount_refunded": 1000,
       "card": {"brand": "visa", "bin": "41556501", "last4": "6111", "funding": "credit",
       "issuer_country": "TR", "token": "tok_1"},
       "authorization": {"code": "A1", "rrn": "632912000001", "response_code": "00"},
       "decline": null, "risk": {"decision": "approve", "score": 1}, "test": true,
       "created_at": "2026-11-26T08:00:00Z"}
      """;

  private static final String LINK =
      """
      {"id": "pl_1", "object": "payment_link", "status": "active", "reusable": false,
       "url": "https://pay.test/checkout/links/pl_1", "amount": 25000, "currency": "TRY",
       "order_id": "Fatura 7", "description": "Ağustos kirası", "payment_id": null, "test": true,
       "created_at": "2026-11-26T08:00:00Z", "expires_at": "2026-12-26T08:00:00Z"}
      """;

  private static final String ENDPOINT =
      """
      {"id": "we_1", "object": "webhook_endpoint", "url": "https://shop.test/hooks",
       "events": ["payment.*"], "description": "Depo", "status": "enabled",
       "disabled_reason": null, "secret": null, "test": true}
      """;

  private static final String DELIVERY =
      """
      {"id": "whd_1", "type": "payment.captured", "status": "failed",
       "attempts": [{"status": 500, "fault": null}, {"status": null, "fault": "timeout"}],
       "created_at": "2026-11-26T08:00:00Z"}
      """;

  /// One request.
  public record Asked(String method, String path, String key, String body) {}

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int changeStatus = 200;
  private volatile String changeBody = "{}";

  public ShopEdge() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public URI root() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /// What the next changes are answered.
  public void answerChanges(int status, String body) {
    changeStatus = status;
    changeBody = body;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = String.valueOf(exchange.getRequestURI());
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(new Asked(exchange.getRequestMethod(), path, key == null ? "" : key, body));
    if (exchange.getRequestMethod().equals("DELETE")) {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    } else if (exchange.getRequestMethod().equals("POST")) {
      send(exchange, changeStatus, changeBody);
    } else if (path.startsWith("/v1/payments?")) {
      send(exchange, 200, "{\"data\": [" + PAYMENT + "], \"has_more\": true}");
    } else if (path.startsWith("/v1/payment-links?")) {
      send(exchange, 200, "{\"data\": [" + LINK + "], \"has_more\": true}");
    } else if (path.startsWith("/v1/payment-links/pl_1")) {
      send(exchange, 200, LINK);
    } else if (path.startsWith("/v1/webhook-endpoints?")) {
      send(exchange, 200, "{\"data\": [" + ENDPOINT + "]}");
    } else if (path.startsWith("/v1/webhook-endpoints/we_1/deliveries")) {
      send(exchange, 200, "{\"data\": [" + DELIVERY + "], \"has_more\": false}");
    } else if (path.startsWith("/v1/webhook-endpoints/we_1")) {
      send(exchange, 200, ENDPOINT);
    } else if (path.equals("/v1/payments/pay_1")) {
      send(exchange, 200, PAYMENT);
    } else if (path.equals("/v1/payments/pay_1/events")) {
      String event = "{\"id\":\"pay_1.1\",\"type\":\"authorized\",\"at\":\"2026-11-26T08:00:00Z\"";
      send(exchange, 200, "{\"data\": [" + event + ",\"data\":{\"code\":\"A1\"}}]}");
    } else if (path.startsWith("/v1/payments/pay_1/refunds")) {
      send(exchange, 200, "{\"data\": [], \"has_more\": false}");
    } else {
      send(exchange, 404, "{\"code\": \"not_found\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
