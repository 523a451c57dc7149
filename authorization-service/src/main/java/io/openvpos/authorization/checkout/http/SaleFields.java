package io.openvpos.authorization.checkout.http;

import io.openvpos.authorization.checkout.domain.LineItem;
import io.openvpos.authorization.checkout.domain.Sale;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.payment.http.Fields;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what is sold, of a session's or a link's body, as strictly as a payment.
final class SaleFields {

  static final Set<String> NAMES =
      Set.of(
          "amount",
          "currency",
          "order_id",
          "capture_method",
          "locale",
          "installments_allowed",
          "line_items",
          "description",
          "metadata");

  private static final long LARGEST_AMOUNT = 10_000_000_000L;
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int MOST_ITEMS = 50;
  private static final int MOST_PIECES = 10_000;
  private static final int MOST_METADATA = 20;
  private static final int LONGEST_METADATA_NAME = 40;
  private static final int LONGEST_METADATA_VALUE = 200;
  private static final Set<String> CURRENCIES = Set.of("TRY", "USD", "EUR", "GBP");

  private SaleFields() {}

  /// Makes the sale once [Fields#check] has passed.
  ///
  /// @param ours names that go with the shop's metadata and are not its to give
  static Supplier<Sale> read(Fields fields, Set<String> ours) {
    fields.require("amount");
    Long amount = fields.integer("amount", 1, LARGEST_AMOUNT);
    fields.require("currency");
    String currency = fields.word("currency", CURRENCIES, "invalid_currency");
    String orderId = fields.freeText("order_id", LONGEST_NAME);
    String method = fields.word("capture_method", Set.of("automatic", "manual"), "invalid_value");
    String locale = fields.word("locale", Set.of("tr", "en"), "invalid_value");
    boolean inParts = !fields.has("installments_allowed") || fields.flag("installments_allowed");
    List<LineItem> items = items(fields);
    String description = fields.freeText("description", LONGEST_TEXT);
    Map<String, String> metadata =
        fields.pairs(
            "metadata", MOST_METADATA - ours.size(), LONGEST_METADATA_NAME, LONGEST_METADATA_VALUE);
    if (metadata.keySet().stream().anyMatch(ours::contains)) {
      fields.refuse("metadata", "invalid_name");
    }
    return () ->
        new Sale(
            Money.of(valid(amount), valid(currency)),
            orderId,
            "manual".equals(method) ? CaptureMethod.MANUAL : CaptureMethod.AUTOMATIC,
            inParts,
            locale == null ? "tr" : locale,
            description,
            items,
            metadata);
  }

  private static List<LineItem> items(Fields fields) {
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
