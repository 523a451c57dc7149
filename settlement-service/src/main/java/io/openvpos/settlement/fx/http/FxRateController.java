package io.openvpos.settlement.fx.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.settlement.fx.RateDesk;
import io.openvpos.settlement.fx.RateIntake;
import io.openvpos.settlement.fx.RateTables;
import io.openvpos.settlement.fx.domain.RateTable.Outcome;
import io.openvpos.settlement.fx.xml.RefusedSheetException;
import io.openvpos.settlement.written.http.WrittenField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

/// Tables of exchange rates: imported and let count by the acquirer's finance, read by everybody
/// who is paid by them.
@RestController
@RequestMapping("/v1/fx-rates")
class FxRateController {

  private static final int MOST = 20;

  private final RateDesk desk;
  private final RateIntake intake;
  private final RateTables tables;
  private final JsonBody body;

  FxRateController(RateDesk desk, RateIntake intake, RateTables tables, JsonBody body) {
    this.desk = desk;
    this.intake = intake;
    this.tables = tables;
    this.body = body;
  }

  record Rejection(@Nullable String reason) {}

  @Operation(
      description =
          "The central bank's daily XML as the body. The same table again answers 200 and changes"
              + " nothing; one that is far from the table before it waits for a second person.")
  @PostMapping
  ResponseEntity<FxRateAnswer> take(
      @Parameter(hidden = true) Caller caller, ServerWebExchange exchange) {
    String person = finance(caller);
    RateDesk.Taken taken = taken(RequestBytes.file(exchange, RateIntake.MOST_BYTES), person);
    return ResponseEntity.status(taken.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
        .body(FxRateAnswer.of(taken.table()));
  }

  @Operation(
      description =
          "All versions of a date, and the table that its close would convert by; without a date"
              + " the newest tables.")
  @GetMapping
  FxRateAnswer.Page list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String date) {
    requireReader(caller);
    if (date == null) {
      return new FxRateAnswer.Page(
          tables.newest(MOST).stream().map(FxRateAnswer::of).toList(), null);
    }
    LocalDate day = date(date);
    return new FxRateAnswer.Page(
        tables.ofDate(day).stream().map(FxRateAnswer::of).toList(),
        intake.convertingOn(day).map(FxRateAnswer::of).orElse(null));
  }

  @GetMapping("/{id}")
  FxRateAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    requireReader(caller);
    return shown(id);
  }

  @PostMapping("/{id}/approve")
  FxRateAnswer approve(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    String person = finance(caller);
    return answer(id, desk.approve(id, person));
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Rejection.class))))
  @PostMapping("/{id}/reject")
  FxRateAnswer reject(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    String person = finance(caller);
    shown(id);
    String reason = WrittenField.required(body.read(exchange, Rejection.class).reason(), "/reason");
    return answer(id, desk.reject(id, person, reason));
  }

  private RateDesk.Taken taken(byte[] xml, String by) {
    try {
      return intake.take(xml, by);
    } catch (RefusedSheetException refused) {
      ProblemException problem = ProblemException.of(422, "fx_rates_refused");
      for (RefusedSheetException.Fault fault : refused.faults()) {
        problem = problem.field(fault.pointer(), fault.code());
      }
      throw problem;
    }
  }

  private FxRateAnswer answer(String id, Optional<Outcome> outcome) {
    if (outcome.orElseThrow(FxRateController::notFound) instanceof Outcome.Refused(String code)) {
      throw ProblemException.of(code.equals("four_eyes") ? 403 : 409, code);
    }
    return shown(id);
  }

  private FxRateAnswer shown(String id) {
    return tables
        .find(id)
        .map(found -> FxRateAnswer.of(found.table()))
        .orElseThrow(FxRateController::notFound);
  }

  private static void requireReader(Caller caller) {
    Access.require(
        caller,
        Role.ACQUIRER_FINANCE,
        Role.ACQUIRER_OPS,
        Role.AUDITOR,
        Role.MERCHANT_ADMIN,
        Role.MERCHANT_FINANCE);
  }

  private static String finance(Caller caller) {
    return Access.require(caller, Role.ACQUIRER_FINANCE).subject();
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid("date", "invalid");
    }
  }

  private static ProblemException notFound() {
    return ProblemException.of(404, "not_found");
  }
}
