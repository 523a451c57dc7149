package io.openvpos.fraud.dashboard.http;

import io.openvpos.fraud.dashboard.Dashboard;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What scoring did and how right it was.
@RestController
class DashboardController {

  private static final int MOST_DAYS = 7;

  private final Dashboard dashboard;

  DashboardController(Dashboard dashboard) {
    this.dashboard = dashboard;
  }

  @GetMapping("/v1/fraud-dashboard")
  DashboardAnswer find(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(defaultValue = "live") String mode,
      @RequestParam(defaultValue = "7") String days) {
    Access.require(caller, Role.FRAUD_ANALYST, Role.ACQUIRER_OPS, Role.AUDITOR);
    Mode asked = Mode.find(mode).orElseThrow(() -> ProblemException.invalid("mode", "invalid"));
    if (!days.matches("[1-" + MOST_DAYS + "]")) {
      throw ProblemException.invalid("days", "out_of_range");
    }
    return DashboardAnswer.of(asked, dashboard.report(asked, Integer.parseInt(days)));
  }
}
