package io.openvpos.settlement.reconciliation.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.SettlementSettings;
import io.openvpos.settlement.matter.MatterDesk.Outcome;
import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.matter.domain.Proposal;
import io.openvpos.settlement.matter.http.MatterRequests;
import io.openvpos.settlement.reconciliation.Discrepancies;
import io.openvpos.settlement.reconciliation.DiscrepancyDesk;
import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import io.openvpos.settlement.written.http.WrittenField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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

/// Exceptions of reconciliation: read by the acquirer's finance, operations and auditors, settled
/// by two people of finance.
@RestController
@RequestMapping("/v1/reconciliation-exceptions")
class DiscrepancyController {

  private final Discrepancies discrepancies;
  private final DiscrepancyDesk desk;
  private final JsonBody body;
  private final Clock clock;
  private final ZoneId zone;

  DiscrepancyController(
      Discrepancies discrepancies,
      DiscrepancyDesk desk,
      JsonBody body,
      Clock clock,
      SettlementSettings settings) {
    this.discrepancies = discrepancies;
    this.desk = desk;
    this.body = body;
    this.clock = clock;
    zone = settings.zone();
  }

  @GetMapping
  DiscrepancyAnswer.Page list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String date,
      @RequestParam(defaultValue = "20") String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    requireReader(caller);
    int wanted = PageLimit.of(limit);
    if (startingAfter != null && discrepancies.find(startingAfter).isEmpty()) {
      throw ProblemException.invalid("starting_after", "invalid");
    }
    Discrepancies.Query query =
        new Discrepancies.Query(
            status == null ? null : status(status), owner, date == null ? null : date(date));
    List<Discrepancy> found = discrepancies.list(query, startingAfter, wanted + 1);
    return new DiscrepancyAnswer.Page(
        found.stream().limit(wanted).map(this::shown).toList(), found.size() > wanted);
  }

  @GetMapping("/{id}")
  DiscrepancyAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    requireReader(caller);
    return shown(there(id));
  }

  @PostMapping("/{id}/assign")
  DiscrepancyAnswer assign(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    Caller.Staff staff = Access.require(caller, Role.ACQUIRER_FINANCE, Role.ACQUIRER_OPS);
    there(id);
    String owner = body.read(exchange, MatterRequests.Assign.class).owner();
    return answer(
        desk.assign(id, owner == null ? staff.subject() : WrittenField.required(owner, "/owner")));
  }

  @PostMapping("/{id}/notes")
  DiscrepancyAnswer note(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    Caller.Staff staff = Access.require(caller, Role.ACQUIRER_FINANCE, Role.ACQUIRER_OPS);
    there(id);
    String text =
        WrittenField.required(body.read(exchange, MatterRequests.Write.class).text(), "/text");
    return answer(desk.note(id, staff.subject(), text));
  }

  @Operation(description = "Proposes what it was. It counts once another person confirms it.")
  @PostMapping("/{id}/resolve")
  DiscrepancyAnswer resolve(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    Caller.Staff staff = Access.require(caller, Role.ACQUIRER_FINANCE);
    there(id);
    Proposal sent =
        MatterRequests.proposal(desk, body.read(exchange, MatterRequests.Resolve.class));
    return answer(desk.propose(id, sent, staff.subject()));
  }

  /// @param proposal the one that was read; where another one waits by now, nothing is confirmed
  @Operation(
      description =
          "By another person than who proposed it. Name the proposal that you have read: another"
              + " one is not confirmed then.")
  @PostMapping("/{id}/confirm")
  DiscrepancyAnswer confirm(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String proposal) {
    Caller.Staff staff = Access.require(caller, Role.ACQUIRER_FINANCE);
    there(id);
    return answer(desk.confirm(id, Optional.ofNullable(proposal), staff.subject()));
  }

  private DiscrepancyAnswer answer(Outcome<Discrepancy> outcome) {
    return shown(MatterRequests.changed(outcome));
  }

  private DiscrepancyAnswer shown(Discrepancy one) {
    return DiscrepancyAnswer.of(one, LocalDate.ofInstant(clock.instant(), zone));
  }

  private Discrepancy there(String id) {
    return discrepancies.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static void requireReader(Caller caller) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.ACQUIRER_OPS, Role.AUDITOR);
  }

  private static Matter.Status status(String code) {
    return Matter.Status.of(code).orElseThrow(() -> ProblemException.invalid("status", "invalid"));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid("date", "invalid");
    }
  }
}
