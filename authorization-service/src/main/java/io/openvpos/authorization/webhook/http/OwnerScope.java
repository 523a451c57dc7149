package io.openvpos.authorization.webhook.http;

import io.openvpos.authorization.webhook.domain.Endpoint.Owner;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import org.springframework.web.server.ServerWebExchange;

/// Whose endpoints a caller works with: a secret key's are its merchant's of its mode; an
/// administrator's of a merchant are of the mode that the parameter `mode` names, test without it.
final class OwnerScope {

  private OwnerScope() {}

  static Owner of(Caller caller, ServerWebExchange exchange) {
    if (caller instanceof Caller.MerchantKey key && key.scope() == KeyScope.SECRET) {
      return new Owner(key.merchantId(), key.mode());
    }
    Caller.Staff person = Access.require(caller, Role.MERCHANT_ADMIN);
    String merchantId =
        person.ownMerchant().orElseThrow(() -> ProblemException.of(403, "forbidden"));
    return new Owner(merchantId, mode(exchange));
  }

  private static Mode mode(ServerWebExchange exchange) {
    String code = exchange.getRequest().getQueryParams().getFirst("mode");
    if (code == null) {
      return Mode.TEST;
    }
    try {
      return Mode.of(code);
    } catch (IllegalArgumentException unknown) {
      throw ProblemException.invalid("mode", "invalid_value");
    }
  }
}
