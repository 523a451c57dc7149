package io.openvpos.authorization.checkout.http;

import io.openvpos.authorization.checkout.CheckoutOrders;
import io.openvpos.authorization.checkout.OpenCheckout.Order;
import io.openvpos.authorization.checkout.domain.Sale;
import io.openvpos.authorization.checkout.domain.ShopAddresses;
import io.openvpos.authorization.payment.Keys;
import io.openvpos.authorization.payment.http.CanonicalBody;
import io.openvpos.authorization.payment.http.Fields;
import io.openvpos.messaging.access.Caller;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Reads the body of a new session.
final class SessionRequests {

  private static final int LONGEST_ORIGIN = 100;
  private static final int LONGEST_EMAIL = 254;
  private static final long SHORTEST_MINUTES = 5;
  private static final long LONGEST_MINUTES = 24 * 60;
  private static final Set<String> NAMES = names();

  private SessionRequests() {}

  /// @param key the idempotency key
  static Order order(Caller.MerchantKey caller, String path, String key, JsonNode body) {
    Fields fields = Fields.of(body).allowing(NAMES);
    Supplier<Sale> sale = SaleFields.read(fields, Set.of(CheckoutOrders.SESSION_ID));
    fields.require("success_url");
    ShopAddresses addresses =
        new ShopAddresses(
            SaleFields.address(fields, "success_url", caller.mode()),
            SaleFields.address(fields, "cancel_url", caller.mode()),
            fields.text("embed_origin", LONGEST_ORIGIN));
    Fields customer = fields.inside("customer").allowing(Set.of("email"));
    String email = customer.freeText("email", LONGEST_EMAIL);
    Long minutes = fields.integer("expires_in_minutes", SHORTEST_MINUTES, LONGEST_MINUTES);
    fields.check();
    String sessionKey = Keys.paymentId(caller.merchantId(), caller.mode(), "POST", path, key);
    return new Order(
        "cs_" + sessionKey.substring(4),
        CanonicalBody.hash(body, null),
        caller.merchantId(),
        caller.mode(),
        sale.get(),
        email,
        addresses,
        Optional.ofNullable(minutes).map(Duration::ofMinutes).orElse(null));
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>(SaleFields.NAMES);
    names.addAll(
        List.of("success_url", "cancel_url", "embed_origin", "customer", "expires_in_minutes"));
    return names;
  }
}
