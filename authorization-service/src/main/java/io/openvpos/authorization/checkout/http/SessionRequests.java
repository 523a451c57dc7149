package io.openvpos.authorization.checkout.http;

import io.openvpos.authorization.checkout.CheckoutOrders;
import io.openvpos.authorization.checkout.OpenCheckout.Order;
import io.openvpos.authorization.checkout.domain.LineItem;
import io.openvpos.authorization.checkout.domain.ShopAddresses;
import io.openvpos.authorization.payment.Keys;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.payment.http.CanonicalBody;
import io.openvpos.authorization.payment.http.Fields;
import io.openvpos.messaging.access.Caller;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the body of a new session, as strictly as that of a payment.
final class SessionRequests {

  private static final long LARGEST_AMOUNT = 10_000_000_000L;
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int MOST_ITEMS = 50;
  private static final int MOST_PIECES = 10_000;
  private static final long SHORTEST_MINUTES = 5;
  private static final long LONGEST_MINUTES = 24 * 60;

  /// One less than a payment may have: the session's own id goes with them.
  private static final int MOST_METADATA = 19;

  private static final int LONGEST_METADATA_NAME = 40;
  private static final int LONGEST_METADATA_VALUE = 200;
  private static final Set<String> CURRENCIES = Set.of("TRY", "USD", "EUR", "GBP");
  private static final Set<String> SESSION =
      Set.of(
          "amount",
          "currency",
          "order_id",
          "capture_method",
          "success_url",
          "cancel_url",
          "embed_origin",
          "locale",
          "installments_allowed",
          "customer",
          "line_items",
          "description",
          "metadata",
          "expires_in_minutes");

  private final Fields fields;
  private final Caller.MerchantKey caller;

  private SessionRequests(Fields fields, Caller.MerchantKey caller) {
    this.fields = fields;
    this.caller = caller;
  }

  /// @param key the idempotency key
  static Order order(Caller.MerchantKey caller, String path, String key, JsonNode body) {
    Fields fields = Fields.of(body).allowing(SESSION);
    String sessionKey = Keys.paymentId(caller.merchantId(), caller.mode(), "POST", path, key);
    return new SessionRequests(fields, caller)
        .order("cs_" + sessionKey.substring(4), CanonicalBody.hash(body, null));
  }

  private Order order(String key, String requestHash) {
    fields.require("amount");
    Long amount = fields.integer("amount", 1, LARGEST_AMOUNT);
    fields.require("currency");
    String currency = fields.word("currency", CURRENCIES, "invalid_currency");
    String orderId = fields.freeText("order_id", LONGEST_NAME);
    String method = fields.word("capture_method", Set.of("automatic", "manual"), "invalid_value");
    fields.require("success_url");
    ShopAddresses addresses =
        new ShopAddresses(
            address(fields, "success_url", caller.mode()),
            address(fields, "cancel_url", caller.mode()),
            fields.text("embed_origin", LONGEST_NAME));
    String locale = fields.word("locale", Set.of("tr", "en"), "invalid_value");
    boolean inParts = !fields.has("installments_allowed") || fields.flag("installments_allowed");
    Fields customer = fields.inside("customer").allowing(Set.of("email"));
    String email = customer.freeText("email", LONGEST_EMAIL);
    List<LineItem> items = items();
    String description = fields.freeText("description", LONGEST_TEXT);
    Map<String, String> metadata =
        fields.pairs("metadata", MOST_METADATA, LONGEST_METADATA_NAME, LONGEST_METADATA_VALUE);
    if (metadata.containsKey(CheckoutOrders.SESSION_ID)) {
      fields.refuse("metadata", "invalid_name");
    }
    Long minutes = fields.integer("expires_in_minutes", SHORTEST_MINUTES, LONGEST_MINUTES);
    fields.check();
    return new Order(
        key,
        requestHash,
        caller.merchantId(),
        caller.mode(),
        Money.of(valid(amount), valid(currency)),
        orderId,
        "manual".equals(method) ? CaptureMethod.MANUAL : CaptureMethod.AUTOMATIC,
        inParts,
        locale == null ? "tr" : locale,
        email,
        description,
        items,
        metadata,
        addresses,
        Optional.ofNullable(minutes).map(Duration::ofMinutes).orElse(null));
  }

  private List<LineItem> items() {
    List<LineItem> items = new ArrayList<>();
    if (!fields.has("line_items")) {
      return items;
    }
    JsonNode list = fields.node("line_items");
    if (!list.isArray()) {
      fields.refuse("line_items", "invalid_type");
      return items;
    }
    if (list.size() > MOST_ITEMS) {
      fields.refuse("line_items", "too_many");
      return items;
    }
    for (int i = 0; i < list.size(); i++) {
      item(fields.element("line_items", i)).ifPresent(items::add);
    }
    return items;
  }

  private static Optional<LineItem> item(Fields item) {
    item.allowing(Set.of("name", "quantity", "amount"));
    item.require("name");
    String name = item.freeText("name", LONGEST_NAME);
    Long quantity = item.integer("quantity", 1, MOST_PIECES);
    item.require("amount");
    Long amount = item.integer("amount", 0, LARGEST_AMOUNT);
    return name == null || amount == null
        ? Optional.empty()
        : Optional.of(new LineItem(name, quantity == null ? 1 : quantity.intValue(), amount));
  }

  /// An address that the payer's browser is sent to: https, and in test mode http too, without a
  /// name and password and without a fragment, behind which nothing could be added.
  static @Nullable String address(Fields fields, String name, Mode mode) {
    String text = fields.freeText(name, LONGEST_ADDRESS);
    if (text == null) {
      return null;
    }
    try {
      URI address = new URI(text);
      String scheme = String.valueOf(address.getScheme());
      boolean takes = scheme.equals("https") || (mode == Mode.TEST && scheme.equals("http"));
      boolean plain = address.getRawUserInfo() == null && address.getRawFragment() == null;
      if (takes && plain && address.getHost() != null) {
        return address.toASCIIString();
      }
    } catch (URISyntaxException unreadable) {
      // Refused below.
    }
    fields.refuse(name, "invalid_url");
    return null;
  }

  private static <T> T valid(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("an absent field was not refused");
    }
    return value;
  }
}
