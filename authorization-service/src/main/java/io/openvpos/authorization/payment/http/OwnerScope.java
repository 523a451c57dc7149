package io.openvpos.authorization.payment.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.money.Mode;
import org.springframework.web.server.ServerWebExchange;

/// Whose things a caller works with: a secret key with its merchant's of its mode; an administrator
/// with those of the own merchant in the mode that the parameter `mode` names, test without it.
public record OwnerScope(String merchantId, Mode mode) {

  /// Requires one of the two.
  public static OwnerScope of(Caller caller, ServerWebExchange exchange) {
    if (caller instanceof Caller.MerchantKey key && key.scope() == KeyScope.SECRET) {
      return new OwnerScope(key.merchantId(), key.mode());
    }
    Caller.Staff person = Access.require(caller, Role.MERCHANT_ADMIN);
    return new OwnerScope(PaymentScope.own(person), PaymentScope.mode(exchange).orElse(Mode.TEST));
  }
}
