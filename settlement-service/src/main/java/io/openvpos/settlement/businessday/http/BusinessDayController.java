package io.openvpos.settlement.businessday.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.businessday.DayFigures;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.CloseDecision;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Business days for the acquirer's finance and auditors.
@RestController
@RequestMapping("/v1/business-days")
class BusinessDayController {

  private static final int MOST_DAYS = 1_000;

  /// Many years of days; nobody pages through more.
  private static final int MOST = 10_000;

  /// A closing day takes seconds.
  private static final Duration SHORTLY = Duration.ofSeconds(2);

  private final DaySequencer sequencer;
  private final DayLog days;
  private final DayFigures figures;

  BusinessDayController(DaySequencer sequencer, DayLog days, DayFigures figures) {
    this.sequencer = sequencer;
    this.days = days;
    this.figures = figures;
  }

  @GetMapping
  BusinessDayAnswer.Page list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(defaultValue = "100") String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    int wanted = PageLimit.of(limit, MOST_DAYS);
    Optional<DayStatus> ofStatus = Optional.ofNullable(status).map(BusinessDayController::status);
    Optional<LocalDate> before =
        Optional.ofNullable(startingAfter).map(BusinessDayController::startingAfter);
    before.ifPresent(this::requireKnown);
    List<BusinessDay> found =
        days.list(before, MOST).stream()
            .filter(day -> ofStatus.isEmpty() || ofStatus.get() == day.status())
            .limit(wanted + 1L)
            .toList();
    return new BusinessDayAnswer.Page(
        found.stream().limit(wanted).map(this::answer).toList(), found.size() > wanted);
  }

  @GetMapping("/{date}")
  BusinessDayAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String date) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    return date(date)
        .flatMap(days::find)
        .map(this::answer)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  @PostMapping("/{date}/close")
  @ResponseStatus(HttpStatus.ACCEPTED)
  BusinessDayAnswer close(@Parameter(hidden = true) Caller caller, @PathVariable String date) {
    Access.require(caller, Role.ACQUIRER_FINANCE);
    LocalDate day = date(date).orElseThrow(() -> ProblemException.of(404, "not_found"));
    if (sequencer.close(day) instanceof CloseDecision.Refused(var reason)) {
      throw switch (reason) {
        case PREVIOUS_DAY_CLOSING ->
            ProblemException.of(409, "previous_day_closing").retryAfter(SHORTLY);
        case DAY_NOT_OPEN -> ProblemException.of(409, "day_not_open");
        case CUT_OFF_NOT_REACHED -> ProblemException.of(409, "cut_off_not_reached");
        case BANK_CALENDAR_ENDS -> ProblemException.of(409, "bank_calendar_ends");
      };
    }
    return days.find(day)
        .map(this::answer)
        .orElseThrow(() -> new IllegalStateException("no record of " + day));
  }

  private BusinessDayAnswer answer(BusinessDay day) {
    return BusinessDayAnswer.of(day, figures.of(day));
  }

  private void requireKnown(LocalDate day) {
    if (days.find(day).isEmpty()) {
      throw ProblemException.of(400, "validation_failed").field("starting_after", "invalid");
    }
  }

  /// Read here and not by its type: the role is asked for first.
  private static LocalDate startingAfter(String text) {
    return date(text)
        .orElseThrow(
            () -> ProblemException.of(400, "validation_failed").field("starting_after", "invalid"));
  }

  private static DayStatus status(String code) {
    return DayStatus.of(code)
        .orElseThrow(
            () -> ProblemException.of(400, "validation_failed").field("status", "invalid"));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
