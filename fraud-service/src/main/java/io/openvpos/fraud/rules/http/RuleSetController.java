package io.openvpos.fraud.rules.http;

import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSetDesk;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.judging.RuleFields;
import io.openvpos.fraud.rules.reading.RuleReading;
import io.openvpos.fraud.rules.reading.RuleSetRequests;
import io.openvpos.fraud.scoring.RuleBook;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Versions of the rules: written, tried in shadow, approved by another person, put in force.
@RestController
class RuleSetController {

  private final RuleSets sets;
  private final RuleSetDesk desk;
  private final RuleBook builtIn;
  private final JsonBody body;

  RuleSetController(RuleSets sets, RuleSetDesk desk, RuleBook builtIn, JsonBody body) {
    this.sets = sets;
    this.desk = desk;
    this.builtIn = builtIn;
    this.body = body;
  }

  @GetMapping("/v1/rule-sets")
  RuleSetAnswer.Page list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(defaultValue = "20") String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    reading(caller);
    int wanted = PageLimit.of(limit);
    int before =
        startingAfter == null
            ? Integer.MAX_VALUE
            : number(startingAfter)
                .orElseThrow(() -> ProblemException.invalid("starting_after", "invalid"));
    List<RuleSet> found = sets.page(before, wanted + 1);
    var publication = sets.publication();
    return new RuleSetAnswer.Page(
        found.stream().limit(wanted).map(set -> RuleSetAnswer.of(set, publication)).toList(),
        found.size() > wanted);
  }

  @GetMapping("/v1/rule-sets/{id}")
  RuleSetAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    reading(caller);
    return answer(existing(id));
  }

  @Operation(description = "The names that rules may speak of, and the lists for on_list.")
  @GetMapping("/v1/rule-fields")
  RuleSetAnswer.Fields fields(@Parameter(hidden = true) Caller caller) {
    reading(caller);
    return new RuleSetAnswer.Fields(
        RuleFields.all().stream()
            .map(field ->
                new RuleSetAnswer.Field(field.name(), field.type().code(), field.description()))
            .toList(),
        ListName.values().stream().map(ListName::code).toList());
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RuleSetRequests.Create.class))))
  @PostMapping("/v1/rule-sets")
  ResponseEntity<RuleSetAnswer> create(
      @Parameter(hidden = true) Caller caller, ServerWebExchange exchange) {
    Caller.Staff analyst = Access.require(caller, Role.FRAUD_ANALYST);
    RuleSetRequests.Create sent = body.read(exchange, RuleSetRequests.Create.class);
    List<RuleDefinition> rules = new RuleReading(builtIn).read(sent);
    String note = String.valueOf(sent.note()).strip();
    RuleSet made = desk.create(note, rules, analyst.subject());
    return ResponseEntity.status(HttpStatus.CREATED).body(answer(made));
  }

  @PostMapping("/v1/rule-sets/{id}/shadow")
  RuleSetAnswer shadow(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    return step(caller, id, desk::shadow);
  }

  @PostMapping("/v1/rule-sets/{id}/approve")
  RuleSetAnswer approve(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    return step(caller, id, desk::approve);
  }

  @PostMapping("/v1/rule-sets/{id}/activate")
  RuleSetAnswer activate(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    return step(caller, id, desk::activate);
  }

  @PostMapping("/v1/rule-sets/{id}/deactivate")
  RuleSetAnswer deactivate(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    return step(caller, id, desk::deactivate);
  }

  private interface Step {
    Optional<String> take(RuleSet set, String by);
  }

  private RuleSetAnswer step(Caller caller, String id, Step step) {
    Caller.Staff analyst = Access.require(caller, Role.FRAUD_ANALYST);
    step.take(existing(id), analyst.subject())
        .ifPresent(code -> {
          throw ProblemException.of(409, code);
        });
    return answer(existing(id));
  }

  private RuleSetAnswer answer(RuleSet set) {
    return RuleSetAnswer.of(set, sets.publication());
  }

  private RuleSet existing(String id) {
    return number(id).flatMap(sets::find).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static Optional<Integer> number(String id) {
    return id.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(id)) : Optional.empty();
  }

  private static void reading(Caller caller) {
    Access.require(caller, Role.FRAUD_ANALYST, Role.ACQUIRER_OPS, Role.AUDITOR);
  }
}
