package io.openvpos.fraud.backtest.http;

import io.openvpos.fraud.backtest.BackTest;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Tries a version on payments of the past.
@RestController
class BackTestController {

  private final BackTest backTest;
  private final RuleSets sets;
  private final JsonBody body;

  BackTestController(BackTest backTest, RuleSets sets, JsonBody body) {
    this.backTest = backTest;
    this.sets = sets;
    this.body = body;
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = BackTestRequests.Rules.class))))
  @PostMapping("/v1/rule-sets/{id}/back-test")
  BackTestAnswer run(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    Access.require(caller, Role.FRAUD_ANALYST);
    RuleSet set = existing(id);
    BackTestRequests.Rules sent = body.read(exchange, BackTestRequests.Rules.class);
    BackTest.Span span = BackTestRequests.span(sent.days(), sent.mode());
    return BackTestAnswer.of(set.number(), span.days(), backTest.run(set, span));
  }

  private RuleSet existing(String id) {
    if (!id.matches("[1-9][0-9]{0,8}")) {
      throw ProblemException.of(404, "not_found");
    }
    return sets.find(Integer.parseInt(id)).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
