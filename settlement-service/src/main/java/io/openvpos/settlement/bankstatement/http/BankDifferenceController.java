package io.openvpos.settlement.bankstatement.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.bankstatement.BankDifferences;
import io.openvpos.settlement.bankstatement.DifferenceDesk;
import io.openvpos.settlement.bankstatement.domain.BankDifference;
import io.openvpos.settlement.matter.MatterDesk.Outcome;
import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.matter.domain.Proposal;
import io.openvpos.settlement.matter.http.MatterRequests;
import io.openvpos.settlement.written.http.WrittenField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Exceptions of the bank's messages: read by the acquirer's finance and auditors, settled by two
/// people of finance.
@RestController
@RequestMapping("/v1/bank-exceptions")
class BankDifferenceController {

  private final BankDifferences differences;
  private final DifferenceDesk desk;
  private final JsonBody body;
  private final Clock clock;

  BankDifferenceController(
      BankDifferences differences, DifferenceDesk bankDifferenceDesk, JsonBody body, Clock clock) {
    this.differences = differences;
    desk = bankDifferenceDesk;
    this.body = body;
    this.clock = clock;
  }

  @GetMapping
  BankDifferenceAnswer.Page list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(defaultValue = "20") String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    requireReader(caller);
    int wanted = PageLimit.of(limit);
    if (startingAfter != null && differences.find(startingAfter).isEmpty()) {
      throw ProblemException.invalid("starting_after", "invalid");
    }
    Matter.Status wantedStatus =
        status == null
            ? null
            : Matter.Status.of(status)
                .orElseThrow(() -> ProblemException.invalid("status", "invalid"));
    List<BankDifference> found =
        differences.list(new BankDifferences.Query(wantedStatus, owner), startingAfter, wanted + 1);
    return new BankDifferenceAnswer.Page(
        found.stream().limit(wanted).map(this::shown).toList(), found.size() > wanted);
  }

  @GetMapping("/{id}")
  BankDifferenceAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    requireReader(caller);
    return shown(there(id));
  }

  @PostMapping("/{id}/assign")
  BankDifferenceAnswer assign(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    String person = finance(caller);
    there(id);
    String owner = body.read(exchange, MatterRequests.Assign.class).owner();
    return answer(desk.assign(id, owner == null ? person : WrittenField.required(owner, "/owner")));
  }

  @PostMapping("/{id}/notes")
  BankDifferenceAnswer note(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    String person = finance(caller);
    there(id);
    String text =
        WrittenField.required(body.read(exchange, MatterRequests.Write.class).text(), "/text");
    return answer(desk.note(id, person, text));
  }

  @Operation(description = "Proposes what it was. It counts once another person confirms it.")
  @PostMapping("/{id}/resolve")
  BankDifferenceAnswer resolve(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    String person = finance(caller);
    there(id);
    Proposal sent =
        MatterRequests.proposal(desk, body.read(exchange, MatterRequests.Resolve.class));
    return answer(desk.propose(id, sent, person));
  }

  /// @param proposal the one that was read; where another one waits by now, nothing is confirmed
  @Operation(
      description =
          "By another person than who proposed it. Name the proposal that you have read: another"
              + " one is not confirmed then.")
  @PostMapping("/{id}/confirm")
  BankDifferenceAnswer confirm(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String proposal) {
    String person = finance(caller);
    there(id);
    return answer(desk.confirm(id, Optional.ofNullable(proposal), person));
  }

  private BankDifferenceAnswer answer(Outcome<BankDifference> outcome) {
    return shown(MatterRequests.changed(outcome));
  }

  private BankDifferenceAnswer shown(BankDifference one) {
    return BankDifferenceAnswer.of(one, clock.instant());
  }

  private BankDifference there(String id) {
    return differences.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static String finance(Caller caller) {
    return Access.require(caller, Role.ACQUIRER_FINANCE).subject();
  }

  private static void requireReader(Caller caller) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
  }
}
