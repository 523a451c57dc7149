package io.openvpos.settlement.payout.correction.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.payout.correction.Correction.Outcome;
import io.openvpos.settlement.payout.correction.CorrectionDesk;
import io.openvpos.settlement.payout.correction.WantedAccount;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.written.http.WrittenField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The corrected account of payouts that did not arrive, by two people of the acquirer's finance.
@RestController
@RequestMapping("/v1/payouts/{id}/correction")
class CorrectionController {

  private final PayoutStore payouts;
  private final CorrectionDesk desk;
  private final JsonBody body;

  CorrectionController(PayoutStore payouts, CorrectionDesk desk, JsonBody body) {
    this.payouts = payouts;
    this.desk = desk;
    this.body = body;
  }

  record Wanted(@Nullable String iban, @Nullable String reason) {}

  record Rejection(@Nullable String reason) {}

  @GetMapping
  CorrectionAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    return shown(there(id));
  }

  @Operation(
      description = "Proposes the account that the payout goes to the next time it is given out.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Wanted.class))))
  @PostMapping
  ResponseEntity<CorrectionAnswer> propose(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    String person = finance(caller);
    Payout payout = there(id);
    Wanted wanted = body.read(exchange, Wanted.class);
    WantedAccount account = WantedAccount.typed(wanted.iban());
    account.fault().ifPresent(CorrectionController::refuse);
    String reason = WrittenField.required(wanted.reason(), "/reason");
    Payout waiting =
        desk.waiting(payout).orElseThrow(() -> ProblemException.of(409, "payout_paid"));
    account.faultFor(waiting).ifPresent(CorrectionController::refuse);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(answer(payout, desk.propose(payout, account.iban(), reason, person)));
  }

  /// @param proposal the one that was read; where another one waits by now, nothing is approved
  @Operation(
      description =
          "By another person than who proposed it. Name the proposal that you have read: another"
              + " one is not approved then.")
  @PostMapping("/approve")
  CorrectionAnswer approve(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String proposal) {
    String person = finance(caller);
    Payout payout = there(id);
    return answer(payout, desk.approve(payout, Optional.ofNullable(proposal), person));
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Rejection.class))))
  @PostMapping("/reject")
  CorrectionAnswer reject(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    String person = finance(caller);
    Payout payout = there(id);
    String reason = WrittenField.required(body.read(exchange, Rejection.class).reason(), "/reason");
    return answer(payout, desk.reject(payout, person, reason));
  }

  private CorrectionAnswer answer(Payout payout, Outcome outcome) {
    if (outcome instanceof Outcome.Refused(String code)) {
      throw ProblemException.of(code.equals("four_eyes") ? 403 : 409, code);
    }
    return shown(payout);
  }

  private CorrectionAnswer shown(Payout payout) {
    return CorrectionAnswer.of(payout, desk.of(payout), desk.waiting(payout));
  }

  private Payout there(String id) {
    return payouts.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static String finance(Caller caller) {
    return Access.require(caller, Role.ACQUIRER_FINANCE).subject();
  }

  private static void refuse(String code) {
    throw ProblemException.invalid("/iban", code);
  }
}
