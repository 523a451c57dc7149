package io.openvpos.sandbox.shop;

import io.openvpos.sandbox.client.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/// What the shop says about an order.
final class OrderPage {

  private static final Map<String, String> STATES =
      Map.of(
          "paid", "Ödemeniz alındı, siparişiniz hazırlanıyor.",
          "captured", "Ödemeniz alındı, siparişiniz hazırlanıyor.",
          "declined", "Bankanız ödemeyi onaylamadı.",
          "requires_action", "Bankanızın onayı bekleniyor.",
          "canceled", "Ödemeden vazgeçtiniz.",
          "expired", "Ödeme süresi doldu.",
          "failed", "Ödeme alınamadı.");

  private OrderPage() {}

  static String of(Order order, Till.Standing standing) {
    String state = STATES.getOrDefault(standing.status(), "Ödemeniz bekleniyor.");
    String card =
        standing.card().isEmpty()
            ? ""
            : "<p>Kart: " + HtmlUtils.htmlEscape(standing.card()) + "</p>";
    String decline =
        standing.decline().isEmpty()
            ? ""
            : "<p>Neden: " + HtmlUtils.htmlEscape(standing.decline()) + "</p>";
    String again =
        standing.isPaid() ? "" : "<p><a class=\"button\" href=\"/odeme\">Yeniden dene</a></p>";
    return """
    <p id="durum" data-durum="%s">%s</p>
    <p>Sipariş numarası: <b>%s</b></p><p class="price">Tutar: %s</p>%s%s%s
    """
        .formatted(
            HtmlUtils.htmlEscape(standing.status()),
            state,
            order.id(),
            Product.total(order.basket()),
            card,
            decline,
            again);
  }

  static String link(Till.Link link) {
    String code = Base64.getEncoder().encodeToString(link.code().getBytes(StandardCharsets.UTF_8));
    String address = HtmlUtils.htmlEscape(link.url());
    return """
    <p>Bu bağlantıyı ödeyecek kişiye gönderin, ya da kodu telefonuyla okutsun. Bir kez ödenir.</p>
    <p><a id="baglanti" href="%s">%s</a></p>
    <p><img alt="Ödeme bağlantısının karekodu" width="220" src="data:image/svg+xml;base64,%s"></p>
    """
        .formatted(address, address, code);
  }

  /// What was wrong with the card, in the bank's own words.
  static String problem(Reply problem) {
    StringBuilder errors = new StringBuilder();
    problem
        .body()
        .path("errors")
        .forEach(error ->
            errors
                .append("<li>")
                .append(HtmlUtils.htmlEscape(error.path("message").asString("")))
                .append("</li>"));
    return "<p id=\"durum\" data-durum=\"wrong\">Kart bilgileri hatalı.</p><ul>"
        + errors
        + "</ul><p><a class=\"button\" href=\"/odeme\">Geri dön</a></p>";
  }

  static String forged() {
    return "<p id=\"durum\" data-durum=\"forged\">Bu dönüş bankadan gelmedi.</p>";
  }

  static String closed() {
    return "<p id=\"durum\" data-durum=\"closed\">Mağaza şu anda kart almıyor.</p>";
  }
}
