package io.openvpos.fraud.assessment.http;

import io.openvpos.fraud.scoring.Rule;
import io.openvpos.fraud.scoring.RuleBook;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The rules in force.
@RestController
class RuleController {

  private final RuleBook rules;

  RuleController(RuleBook rules) {
    this.rules = rules;
  }

  /// @param highAmounts by ISO 4217 code, in minor units
  record RulesView(
      int reviewAt, int declineAt, Map<String, Long> highAmounts, List<RuleView> data) {}

  /// @param effect adds or raises_to
  /// @param points added to the score, or what it is raised to
  record RuleView(String code, String effect, int points, String threshold) {}

  @GetMapping("/v1/rules")
  RulesView list(@Parameter(hidden = true) Caller caller) {
    Access.require(caller, Role.FRAUD_ANALYST, Role.ACQUIRER_OPS, Role.AUDITOR);
    return new RulesView(
        rules.thresholds().reviewAt(),
        rules.thresholds().declineAt(),
        rules.thresholds().highAmountMinorUnits(),
        rules.rules().stream().map(RuleController::view).toList());
  }

  private static RuleView view(Rule rule) {
    return new RuleView(
        rule.code(),
        rule.effect().name().toLowerCase(Locale.ROOT),
        rule.points(),
        rule.threshold());
  }
}
