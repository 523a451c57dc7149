package io.openvpos.sandbox.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.page.PageForm;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.shop.Order.Way;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.util.UriComponentsBuilder;

/// The shop's orders, in memory: a shop that is started again has forgotten them, the bank has not.
final class Orders {

  private final Till till;
  private final String shop;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Order> orders = new ConcurrentHashMap<>();

  /// @param shop the shop's own address, without a slash at its end
  Orders(Till till, String shop) {
    this.till = till;
    this.shop = shop;
  }

  /// Where the browser goes after the form, or what it is shown.
  record Next(int status, String location, String page) {

    static Next to(String address) {
      return new Next(303, address, "");
    }

    static Next shown(int status, String page) {
      return new Next(status, "", page);
    }
  }

  Optional<Order> find(String id) {
    return Optional.ofNullable(orders.get(id));
  }

  /// Takes an order by the way that the visitor chose.
  Next place(List<Product> basket, PageForm form) {
    if (basket.isEmpty()) {
      return Next.to("/sepet");
    }
    String id =
        "CK-"
            + Long.toString(random.nextLong(1L << 50), Character.MAX_RADIX)
                .toUpperCase(Locale.ROOT);
    String here = shop + "/siparis/" + id;
    return switch (form.text("yol")) {
      case "kart" -> byCard(id, basket, form, here);
      case "baglanti" -> {
        Till.Link link = till.link(id, basket);
        orders.put(id, new Order(id, basket, Way.LINK, link.id(), null));
        yield Next.shown(200, OrderPage.link(link));
      }
      default -> {
        Till.Page page = till.page(id, basket, here, shop + "/sepet");
        orders.put(id, new Order(id, basket, Way.PAGE, page.id(), page.returnSecret()));
        yield Next.to(page.url());
      }
    };
  }

  private Next byCard(String id, List<Product> basket, PageForm form, String here) {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("number", form.text("numara").replaceAll("[ -]", ""));
    card.put("expiry_month", number(form.text("ay")));
    card.put("expiry_year", number(form.text("yil")));
    card.put("cvc", form.text("kod"));
    card.put("holder_name", form.text("ad"));
    Reply paid = till.pay(id, basket, card, here);
    if (!paid.ok()) {
      return Next.shown(422, OrderPage.problem(paid));
    }
    orders.put(id, new Order(id, basket, Way.CARD, paid.string("id"), null));
    Till.Standing standing = till.payment(paid.string("id"));
    return Next.to(standing.next() == null ? here : standing.next());
  }

  Till.Standing standing(Order order) {
    return switch (order.way()) {
      case PAGE -> till.session(order.reference());
      case CARD -> till.payment(order.reference());
      case LINK -> till.link(order.reference());
    };
  }

  /// Whether the browser's return is one that the bank signed; one without a signature is somebody
  /// who opens the order's page.
  static boolean isGenuine(Order order, URI asked) {
    Map<String, String> query =
        UriComponentsBuilder.fromUri(asked).build().getQueryParams().toSingleValueMap();
    String signature = query.get("signature");
    if (signature == null || order.returnSecret() == null) {
      return signature == null;
    }
    String text =
        String.join(
            ".",
            String.valueOf(query.get("session_id")),
            String.valueOf(query.get("payment_id")),
            String.valueOf(query.get("status")),
            String.valueOf(query.get("signed_at")));
    return MessageDigest.isEqual(
        signature.getBytes(UTF_8), signed(order.returnSecret(), text).getBytes(UTF_8));
  }

  private static String signed(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static int number(String typed) {
    return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
  }
}
