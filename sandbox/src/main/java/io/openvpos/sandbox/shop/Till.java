package io.openvpos.sandbox.shop;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the shop's server asks of its bank, with the shop's secret key: a session for the bank's
/// page, a payment with a card that the shop has seen itself, a link. What the shop believes of an
/// order is always asked for and never taken from the browser.
final class Till {

  private static final String SESSIONS = "/v1/checkout/sessions";
  private static final String LINKS = "/v1/payment-links";
  private static final String PAYMENTS = "/v1/payments";

  private final Api bank;

  /// @param edge base address of authorization-service
  Till(String edge, String secretKey) {
    bank = Api.of(edge).as(secretKey);
  }

  /// A session that was opened: the payer's way, and what checks the return.
  record Page(String id, String url, String returnSecret) {}

  /// A link that was made.
  ///
  /// @param code its address as a QR code, in SVG
  record Link(String id, String url, String code) {}

  /// What became of an order.
  ///
  /// @param status of the session, link or payment: `paid`, `open`, `captured`, …
  /// @param card `visa •••• 6111`; empty before there is one
  /// @param decline the code of why not; empty if nothing was declined
  /// @param next where the payer has to go on; null if nowhere
  record Standing(String status, String card, String decline, @Nullable String next) {

    boolean isPaid() {
      return status.equals("paid") || status.equals("captured");
    }
  }

  Page page(String order, List<Product> basket, String success, String cancel) {
    JsonNode session =
        bank.post(
                SESSIONS,
                sale(order, basket, Map.of("success_url", success, "cancel_url", cancel)),
                "order-" + order)
            .expect(201);
    return new Page(
        session.path("id").asString(),
        session.path("url").asString(),
        session.path("return_secret").asString());
  }

  Link link(String order, List<Product> basket) {
    JsonNode link = bank.post(LINKS, sale(order, basket, Map.of()), "order-" + order).expect(201);
    String id = link.path("id").asString();
    return new Link(id, link.path("url").asString(), bank.get(LINKS + "/" + id + "/qr.svg").text());
  }

  /// Pays with a card. The answer is a problem where the card makes no sense.
  ///
  /// @param back where the browser comes back to from the card's bank
  Reply pay(String order, List<Product> basket, Map<String, Object> card, String back) {
    return bank.post(
        PAYMENTS,
        Map.of(
            "amount",
            Product.sum(basket),
            "currency",
            "TRY",
            "order_id",
            order,
            "card",
            card,
            "three_d_secure",
            Map.of("return_url", back)),
        "order-" + order);
  }

  Standing session(String id) {
    return standing(bank.get(SESSIONS + "/" + id).expect(200));
  }

  Standing link(String id) {
    return standing(bank.get(LINKS + "/" + id).expect(200));
  }

  Standing payment(String id) {
    JsonNode payment = bank.get(PAYMENTS + "/" + id).expect(200);
    String status = payment.path("status").asString();
    return new Standing(
        status,
        card(payment),
        payment.path("decline").path("code").asString(""),
        status.equals("requires_action")
            ? payment.path("next_action").path("url").asString()
            : null);
  }

  private Standing standing(JsonNode found) {
    String paymentId = found.path("payment_id").asString("");
    String card = paymentId.isEmpty() ? "" : card(bank.get(PAYMENTS + "/" + paymentId).expect(200));
    return new Standing(found.path("status").asString(), card, "", null);
  }

  private static String card(JsonNode payment) {
    JsonNode card = payment.path("card");
    return card.path("brand").asString("") + " •••• " + card.path("last4").asString("");
  }

  private static Map<String, Object> sale(
      String order, List<Product> basket, Map<String, Object> more) {
    Map<String, Object> sale = new LinkedHashMap<>(more);
    sale.put("amount", Product.sum(basket));
    sale.put("currency", "TRY");
    sale.put("order_id", order);
    sale.put("locale", "tr");
    sale.put(
        "line_items",
        basket.stream()
            .collect(Collectors.groupingBy(product -> product, Collectors.counting()))
            .entrySet()
            .stream()
            .map(each ->
                Map.of(
                    "name", each.getKey().name(),
                    "quantity", each.getValue(),
                    "amount", each.getKey().kurus() * each.getValue()))
            .toList());
    return sale;
  }
}
