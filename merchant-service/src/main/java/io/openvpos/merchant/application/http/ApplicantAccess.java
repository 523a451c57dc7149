package io.openvpos.merchant.application.http;

import io.openvpos.merchant.application.Applications;
import io.openvpos.merchant.application.Applying;
import io.openvpos.merchant.application.domain.Application;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.AccessFilter;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// Who may see an application: whoever holds its code, and staff by role.
@Component
final class ApplicantAccess {

  static final String CODE = "Application-Code";

  private final Applying applying;
  private final Applications applications;

  ApplicantAccess(Applying applying, Applications applications) {
    this.applying = applying;
    this.applications = applications;
  }

  /// The application of the code in the request.
  Application applicant(ServerWebExchange exchange, String id) {
    String code = exchange.getRequest().getHeaders().getFirst(CODE);
    if (code == null) {
      throw ProblemException.of(401, "unauthenticated");
    }
    return applying.open(id, code).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  /// The application for the applicant or for staff.
  Application either(ServerWebExchange exchange, String id) {
    Optional<Caller> caller = AccessFilter.caller(exchange);
    return caller.isPresent() ? staff(caller.get(), id) : applicant(exchange, id);
  }

  /// Whether staff make the request.
  boolean byStaff(ServerWebExchange exchange) {
    return AccessFilter.caller(exchange).isPresent();
  }

  /// The application for a member of staff who may read it.
  Application staff(Caller caller, String id) {
    Access.require(caller, Role.ACQUIRER_OPS, Role.AUDITOR);
    return applications.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
