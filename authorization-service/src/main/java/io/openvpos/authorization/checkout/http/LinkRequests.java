package io.openvpos.authorization.checkout.http;

import io.openvpos.authorization.checkout.CheckoutOrders;
import io.openvpos.authorization.checkout.PaymentLinks;
import io.openvpos.authorization.checkout.PaymentLinks.Order;
import io.openvpos.authorization.checkout.domain.Sale;
import io.openvpos.authorization.payment.Keys;
import io.openvpos.authorization.payment.http.CanonicalBody;
import io.openvpos.authorization.payment.http.Fields;
import io.openvpos.authorization.payment.http.OwnerScope;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Reads the body of a new payment link.
final class LinkRequests {

  private static final long USUAL_DAYS = 30;
  private static final long MOST_DAYS = 365;
  private static final Set<String> NAMES = names();

  private LinkRequests() {}

  /// @param key the idempotency key
  static Order order(OwnerScope owner, String path, String key, JsonNode body) {
    Fields fields = Fields.of(body).allowing(NAMES);
    Supplier<Sale> sale =
        SaleFields.read(fields, Set.of(CheckoutOrders.SESSION_ID, PaymentLinks.LINK_ID));
    String success = SaleFields.address(fields, "success_url", owner.mode());
    boolean reusable = fields.flag("reusable");
    Long days = fields.integer("expires_in_days", 1, MOST_DAYS);
    fields.check();
    String linkKey = Keys.paymentId(owner.merchantId(), owner.mode(), "POST", path, key);
    return new Order(
        "pl_" + linkKey.substring(4),
        CanonicalBody.hash(body, null),
        owner.merchantId(),
        owner.mode(),
        sale.get(),
        success,
        reusable,
        Duration.ofDays(Optional.ofNullable(days).orElse(USUAL_DAYS)));
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>(SaleFields.NAMES);
    names.addAll(List.of("success_url", "reusable", "expires_in_days"));
    return names;
  }
}
