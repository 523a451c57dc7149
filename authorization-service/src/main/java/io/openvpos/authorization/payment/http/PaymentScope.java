package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/// Which payments a caller may see. A secret key sees its merchant's of its mode, and nothing that
/// it sends changes that. A merchant's own people see the merchant's of both modes; the acquirer's
/// operators and auditors see everybody's. They narrow it by the parameters `mode` and, the
/// acquirer's, `merchant_id`.
///
/// @param merchantId empty: of any merchant
/// @param mode empty: of both
record PaymentScope(Optional<String> merchantId, Optional<Mode> mode) {

  /// Requires somebody who may read payments.
  static PaymentScope reading(Caller caller, ServerWebExchange exchange) {
    if (!(caller instanceof Caller.Staff staff)) {
      return ofKey(caller);
    }
    Optional<String> wanted = parameter(exchange, "merchant_id");
    if (staff.has(Role.ACQUIRER_OPS, Role.AUDITOR)) {
      return new PaymentScope(wanted, mode(exchange));
    }
    Access.require(staff, Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE);
    String own = own(staff);
    if (wanted.isPresent() && !wanted.get().equals(own)) {
      throw ProblemException.of(404, "not_found");
    }
    return new PaymentScope(Optional.of(own), mode(exchange));
  }

  /// Requires somebody who may capture, void and refund: the shop's back end, or an administrator
  /// of the merchant.
  static PaymentScope operating(Caller caller) {
    if (caller instanceof Caller.Staff staff) {
      Access.require(staff, Role.MERCHANT_ADMIN);
      return new PaymentScope(Optional.of(own(staff)), Optional.empty());
    }
    return ofKey(caller);
  }

  private static PaymentScope ofKey(Caller caller) {
    if (caller instanceof Caller.MerchantKey key && key.scope() == KeyScope.SECRET) {
      return new PaymentScope(Optional.of(key.merchantId()), Optional.of(key.mode()));
    }
    throw ProblemException.of(403, "forbidden");
  }

  boolean covers(PaymentRecord record) {
    return merchantId.map(record.payment().terms().merchantId()::equals).orElse(true)
        && mode.map(one -> one == record.payment().terms().mode()).orElse(true);
  }

  /// Whose payments to list: one merchant's, always.
  String listedMerchant() {
    return merchantId.orElseThrow(() -> ProblemException.invalid("merchant_id", "required"));
  }

  /// Of which mode to list: of people who do not say, the one that every merchant begins with.
  Mode listedMode() {
    return mode.orElse(Mode.TEST);
  }

  static String own(Caller.Staff staff) {
    return staff.ownMerchant().orElseThrow(() -> ProblemException.of(403, "forbidden"));
  }

  static Optional<Mode> mode(ServerWebExchange exchange) {
    return parameter(exchange, "mode")
        .map(code ->
            Mode.find(code).orElseThrow(() -> ProblemException.invalid("mode", "invalid_value")));
  }

  private static Optional<String> parameter(ServerWebExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst(name));
  }
}
