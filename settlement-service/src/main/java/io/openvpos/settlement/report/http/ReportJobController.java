package io.openvpos.settlement.report.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.report.job.JobDesk;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Report jobs and how far they are.
@RestController
@RequestMapping("/v1/report-jobs")
class ReportJobController {

  private static final int MOST_JOBS = 1_000;

  /// More than a year at once is a mistake.
  private static final int MOST_DAYS = 366;

  private final JobDesk desk;
  private final JsonBody json;

  ReportJobController(JobDesk desk, JsonBody json) {
    this.desk = desk;
    this.json = json;
  }

  /// The first and the last day, both included.
  record Order(@Nullable String from, @Nullable String to) {}

  @GetMapping
  JobAnswer.Page list(
      @Parameter(hidden = true) Caller caller, @RequestParam(defaultValue = "100") String limit) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    return new JobAnswer.Page(
        desk.newest(PageLimit.of(limit, MOST_JOBS)).stream().map(JobAnswer::of).toList());
  }

  @GetMapping("/{id}")
  JobAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    return desk.find(id)
        .map(JobAnswer::of)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  /// The same days are the same job, whoever asks how often.
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  JobAnswer order(@Parameter(hidden = true) Caller caller, ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_FINANCE);
    Order order = json.read(exchange, Order.class);
    List<ProblemException.FieldError> wrong = new ArrayList<>();
    LocalDate from = day("/from", order.from(), wrong);
    LocalDate to = day("/to", order.to(), wrong);
    if (wrong.isEmpty() && (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to))) {
      wrong.add(new ProblemException.FieldError("/to", "out_of_range", List.of()));
    }
    if (!wrong.isEmpty()) {
      throw ProblemException.invalid(wrong);
    }
    return desk.order(from, to)
        .map(JobAnswer::of)
        .orElseThrow(() -> ProblemException.of(409, "day_not_closed"));
  }

  private static LocalDate day(
      String pointer, @Nullable String text, List<ProblemException.FieldError> wrong) {
    if (text == null) {
      wrong.add(new ProblemException.FieldError(pointer, "required", List.of()));
      return LocalDate.EPOCH;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      wrong.add(new ProblemException.FieldError(pointer, "invalid", List.of()));
      return LocalDate.EPOCH;
    }
  }
}
