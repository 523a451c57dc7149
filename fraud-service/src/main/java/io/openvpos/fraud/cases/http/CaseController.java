package io.openvpos.fraud.cases.http;

import io.openvpos.fraud.cases.CaseDesk;
import io.openvpos.fraud.cases.Cases;
import io.openvpos.fraud.cases.Cases.Snooze;
import io.openvpos.fraud.cases.Evidence;
import io.openvpos.fraud.cases.domain.CaseStatus;
import io.openvpos.fraud.cases.domain.ReviewCase;
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
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The queue of payments under review.
@RestController
class CaseController {

  private final Cases cases;
  private final CaseDesk desk;
  private final Evidence evidence;
  private final JsonBody body;
  private final Clock clock;

  CaseController(Cases cases, CaseDesk desk, Evidence evidence, JsonBody body, Clock clock) {
    this.cases = cases;
    this.desk = desk;
    this.evidence = evidence;
    this.body = body;
    this.clock = clock;
  }

  @GetMapping("/v1/cases")
  CaseAnswer.Page list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(defaultValue = "open") String status,
      @RequestParam(required = false) @Nullable String assignee,
      @RequestParam(defaultValue = "20") String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    reading(caller);
    CaseStatus asked =
        CaseStatus.of(status).orElseThrow(() -> ProblemException.invalid("status", "invalid"));
    int wanted = PageLimit.of(limit);
    ReviewCase after =
        startingAfter == null
            ? null
            : cases
                .find(startingAfter)
                .orElseThrow(() -> ProblemException.invalid("starting_after", "invalid"));
    List<ReviewCase> found = cases.page(asked, assignee, after, wanted + 1);
    return new CaseAnswer.Page(
        found.stream().limit(wanted).map(one -> CaseAnswer.of(one, clock.instant())).toList(),
        found.size() > wanted);
  }

  @GetMapping("/v1/cases/summary")
  CaseAnswer.Summary summary(@Parameter(hidden = true) Caller caller) {
    reading(caller);
    return Ageing.of(cases, clock.instant());
  }

  @GetMapping("/v1/cases/{id}")
  CaseAnswer.WithEvidence get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    reading(caller);
    return CaseAnswer.of(existing(id), evidence, clock.instant());
  }

  @PostMapping("/v1/cases/{id}/assign")
  CaseAnswer assign(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    Caller.Staff analyst = analyst(caller);
    return answer(desk.assign(existing(id), analyst.subject()));
  }

  @PostMapping("/v1/cases/{id}/release")
  CaseAnswer release(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    Caller.Staff analyst = analyst(caller);
    return answer(desk.release(existing(id), analyst.subject()));
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = CaseRequests.Approve.class))))
  @PostMapping("/v1/cases/{id}/approve")
  CaseAnswer approve(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    Caller.Staff analyst = analyst(caller);
    ReviewCase there = existing(id);
    String note = body.read(exchange, CaseRequests.Approve.class).note();
    CaseDesk.Finding finding = CaseReading.finding(note, null, false);
    return answer(desk.conclude(there, false, finding, analyst.subject()));
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = CaseRequests.Decline.class))))
  @PostMapping("/v1/cases/{id}/decline")
  CaseAnswer decline(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    Caller.Staff analyst = analyst(caller);
    ReviewCase there = existing(id);
    CaseRequests.Decline sent = body.read(exchange, CaseRequests.Decline.class);
    CaseDesk.Finding finding = CaseReading.finding(sent.note(), sent.block(), true);
    return answer(desk.conclude(there, true, finding, analyst.subject()));
  }

  @GetMapping("/v1/case-snoozes")
  CaseAnswer.Snoozes snoozes(@Parameter(hidden = true) Caller caller) {
    reading(caller);
    return new CaseAnswer.Snoozes(
        cases.snoozes(clock.instant()).stream().map(CaseAnswer.SnoozeView::of).toList());
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = CaseRequests.Snooze.class))))
  @PostMapping("/v1/case-snoozes")
  ResponseEntity<CaseAnswer.SnoozeView> snooze(
      @Parameter(hidden = true) Caller caller, ServerWebExchange exchange) {
    Caller.Staff analyst = analyst(caller);
    CaseRequests.Snooze sent = body.read(exchange, CaseRequests.Snooze.class);
    Snooze snooze = CaseReading.snooze(sent, analyst.subject(), clock.instant());
    cases.snooze(snooze);
    return ResponseEntity.status(HttpStatus.CREATED).body(CaseAnswer.SnoozeView.of(snooze));
  }

  private CaseAnswer answer(ReviewCase.Move move) {
    return switch (move) {
      case ReviewCase.Changed(ReviewCase next) -> CaseAnswer.of(next, clock.instant());
      case ReviewCase.Unchanged(ReviewCase there) -> CaseAnswer.of(there, clock.instant());
      case ReviewCase.Refused(String code) -> throw ProblemException.of(409, code);
    };
  }

  private ReviewCase existing(String id) {
    return cases.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static Caller.Staff analyst(Caller caller) {
    return Access.require(caller, Role.FRAUD_ANALYST);
  }

  private static void reading(Caller caller) {
    Access.require(caller, Role.FRAUD_ANALYST, Role.AUDITOR);
  }
}
