package io.openvpos.settlement.payout.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.payout.ReleaseDesk;
import io.openvpos.settlement.payout.domain.Release.Outcome;
import io.openvpos.settlement.payout.domain.Release.Status;
import io.openvpos.settlement.payout.domain.ReleaseStore;
import io.openvpos.settlement.payout.domain.ReleaseStore.FileToRelease;
import io.openvpos.settlement.written.http.WrittenField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Payout files and their release by two people of the acquirer's finance.
@RestController
@RequestMapping("/v1/payout-files")
class ReleaseController {

  private static final int MOST = 100;

  private final ReleaseStore files;
  private final ReleaseDesk desk;
  private final JsonBody body;

  ReleaseController(ReleaseStore files, ReleaseDesk desk, JsonBody body) {
    this.files = files;
    this.desk = desk;
    this.body = body;
  }

  record Rejection(@Nullable String reason) {}

  @GetMapping
  ReleaseAnswer.Page list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String date,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    LocalDate day = date == null ? null : date(date);
    Status wanted =
        status == null
            ? null
            : Status.of(status).orElseThrow(() -> ProblemException.invalid("status", "invalid"));
    List<FileToRelease> found = files.list(day, wanted, startingAfter, MOST + 1);
    return new ReleaseAnswer.Page(
        found.stream().limit(MOST).map(ReleaseAnswer::of).toList(), found.size() > MOST);
  }

  @GetMapping("/{id}")
  ReleaseAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    return shown(id);
  }

  /// The first person's call proposes, the second person's lets the file go.
  ///
  /// @param steps how many the file had when it was read; where it has others by now, nothing is
  ///   done
  @Operation(
      description =
          "The first person's call proposes, another person's lets the file go. Say how many steps"
              + " the file had when you read it: if it has others by now, nothing is done.")
  @PostMapping("/{id}/release")
  ReleaseAnswer release(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String steps) {
    String person = finance(caller);
    return answer(id, desk.release(id, Optional.ofNullable(steps), person));
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Rejection.class))))
  @PostMapping("/{id}/reject")
  ReleaseAnswer reject(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    String person = finance(caller);
    shown(id);
    String reason = WrittenField.required(body.read(exchange, Rejection.class).reason(), "/reason");
    return answer(id, desk.reject(id, person, reason));
  }

  private ReleaseAnswer answer(String id, Optional<Outcome> outcome) {
    if (outcome.orElseThrow(ReleaseController::notFound) instanceof Outcome.Refused(var reason)) {
      throw ProblemException.of(409, reason.name().toLowerCase(Locale.ROOT));
    }
    return shown(id);
  }

  private ReleaseAnswer shown(String id) {
    return files.find(id).map(ReleaseAnswer::of).orElseThrow(ReleaseController::notFound);
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
