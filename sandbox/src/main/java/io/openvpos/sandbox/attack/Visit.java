package io.openvpos.sandbox.attack;

import io.openvpos.sandbox.scenario.Shop.Order;
import java.util.HashMap;
import java.util.Map;

/// One sale, honest or not.
///
/// @param shop its place among the attacked shops
/// @param amount minor units of TRY
/// @param email empty for none
record Visit(boolean attack, int shop, long amount, String card, String ip, String email) {

  /// The body of `POST /v1/payments`.
  Map<String, Object> body(String orderId) {
    Map<String, Object> body = new HashMap<>(Order.of(amount, card).body(orderId));
    body.put("customer", email.isEmpty() ? Map.of("ip", ip) : Map.of("ip", ip, "email", email));
    return body;
  }
}
