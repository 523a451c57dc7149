package io.openvpos.settlement.reconciliation.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.money.Mode;
import io.openvpos.settlement.SettlementSettings;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.reconciliation.ClearingIntake;
import io.openvpos.settlement.reconciliation.DayFiles;
import io.openvpos.settlement.reconciliation.Reconciliations;
import io.openvpos.settlement.reconciliation.file.RefusedFileException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/// The day's files with the network, and what they come to.
@RestController
class ReconciliationController {

  /// About 250,000 records; larger files come by the network's own address.
  private static final int MAX_UPLOAD = 32 << 20;

  private static final int PIECE = 64 << 10;

  private final ClearingIntake intake;
  private final Reconciliations reconciliations;
  private final DayFiles ours;
  private final DayLog days;
  private final Mode defaultMode;

  ReconciliationController(
      ClearingIntake intake,
      Reconciliations reconciliations,
      DayFiles ours,
      DayLog days,
      SettlementSettings settings) {
    this.intake = intake;
    this.reconciliations = reconciliations;
    this.ours = ours;
    this.days = days;
    defaultMode = settings.defaultMode();
  }

  @Operation(
      description =
          "A clearing file as the body. The same file again answers 200 and changes nothing;"
              + " one that is wrong anywhere is refused whole.")
  @PostMapping("/v1/clearing-files")
  ResponseEntity<ReconciliationAnswer> upload(
      @Parameter(hidden = true) Caller caller, ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_FINANCE);
    byte[] bytes = RequestBytes.file(exchange, MAX_UPLOAD);
    try {
      ClearingIntake.Taken taken = intake.take(() -> new ByteArrayInputStream(bytes));
      return ResponseEntity.status(taken.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
          .body(ReconciliationAnswer.of(taken.result()));
    } catch (RefusedFileException refused) {
      throw ProblemException.of(422, "clearing_file_refused")
          .field("/lines/" + refused.line(), refused.code());
    }
  }

  @GetMapping("/v1/reconciliation/{date}")
  ReconciliationAnswer get(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String date,
      @RequestParam(required = false) @Nullable String mode) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.ACQUIRER_OPS, Role.AUDITOR);
    return reconciliations
        .find(date(date), mode(mode))
        .map(ReconciliationAnswer::of)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  @Operation(description = "What the day presents to the network: the same bytes each time.")
  @GetMapping("/v1/business-days/{date}/presentments.txt")
  ResponseEntity<Flux<DataBuffer>> presentments(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String date,
      @RequestParam(required = false) @Nullable String mode) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    LocalDate day = date(date);
    Mode wanted = mode(mode);
    BusinessDay found = days.find(day).orElseThrow(() -> ProblemException.of(404, "not_found"));
    if (!found.isCut()) {
      throw ProblemException.of(409, "day_not_closed");
    }
    Flux<DataBuffer> body =
        Flux.from(
            DataBufferUtils.outputStreamPublisher(
                out -> ours.write(day, wanted, out),
                DefaultDataBufferFactory.sharedInstance,
                task -> Schedulers.boundedElastic().schedule(task),
                PIECE));
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(body);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.of(404, "not_found");
    }
  }

  private Mode mode(@Nullable String code) {
    if (code == null) {
      return defaultMode;
    }
    return switch (code) {
      case "test" -> Mode.TEST;
      case "live" -> Mode.LIVE;
      default -> throw ProblemException.of(400, "validation_failed").field("mode", "invalid");
    };
  }
}
