package io.openvpos.fraud.backtest.http;

import io.openvpos.fraud.backtest.BackTest;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Tries a version on payments of the past.
@RestController
class BackTestController {

  private static final int MAX_DAYS = 90;

  private final BackTest backTest;
  private final RuleSets sets;
  private final JsonBody body;

  BackTestController(BackTest backTest, RuleSets sets, JsonBody body) {
    this.backTest = backTest;
    this.sets = sets;
    this.body = body;
  }

  /// @param days back from now, 1 to 90
  /// @param mode live or test; both without it
  record Wanted(@Nullable Integer days, @Nullable String mode) {}

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Wanted.class))))
  @PostMapping("/v1/rule-sets/{id}/back-test")
  BackTestAnswer run(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    Access.require(caller, Role.FRAUD_ANALYST);
    RuleSet set = existing(id);
    Wanted wanted = body.read(exchange, Wanted.class);
    int days = days(wanted.days());
    return BackTestAnswer.of(set.number(), days, backTest.run(set, days, mode(wanted.mode())));
  }

  private RuleSet existing(String id) {
    if (!id.matches("[1-9][0-9]{0,8}")) {
      throw ProblemException.of(404, "not_found");
    }
    return sets.find(Integer.parseInt(id)).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static @Nullable Mode mode(@Nullable String code) {
    if (code == null) {
      return null;
    }
    return Stream.of(Mode.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> ProblemException.of(400, "validation_failed").field("/mode", "invalid"));
  }

  private static int days(@Nullable Integer days) {
    if (days == null) {
      throw ProblemException.of(400, "validation_failed").field("/days", "required");
    }
    if (days < 1 || days > MAX_DAYS) {
      throw ProblemException.of(400, "validation_failed").field("/days", "out_of_range");
    }
    return days;
  }
}
