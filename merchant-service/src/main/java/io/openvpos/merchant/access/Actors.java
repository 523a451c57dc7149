package io.openvpos.merchant.access;

import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.limits.ClientAddress;
import org.springframework.web.server.ServerWebExchange;

/// Who makes a request, as the audit trail names them.
public final class Actors {

  private Actors() {}

  public static Actor of(Caller caller, ServerWebExchange exchange) {
    String who =
        switch (caller) {
          case Caller.Staff staff -> staff.subject();
          case Caller.MerchantKey key -> key.merchantId();
        };
    return new Actor(who, address(exchange));
  }

  public static Actor applicant(ServerWebExchange exchange) {
    return Actor.applicant(address(exchange));
  }

  private static String address(ServerWebExchange exchange) {
    return ClientAddress.of(exchange.getRequest());
  }
}
