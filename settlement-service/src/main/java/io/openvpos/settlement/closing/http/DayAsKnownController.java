package io.openvpos.settlement.closing.http;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.closing.DayAsKnown;
import io.openvpos.settlement.closing.DayAsKnown.Came;
import io.openvpos.settlement.closing.DayAsKnown.Difference;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A day as it was known at a time, and what came between two times. Times are ISO 8601 in UTC.
@RestController
class DayAsKnownController {

  private final DayLog days;
  private final DayAsKnown asKnown;
  private final Clock clock;

  DayAsKnownController(DayLog days, DayAsKnown asKnown, Clock clock) {
    this.days = days;
    this.asKnown = asKnown;
    this.clock = clock;
  }

  /// Totals as in the preview.
  record Answer(LocalDate date, Instant at, List<DayPreviewController.Total> totals) {}

  record Differences(
      LocalDate date,
      Instant from,
      Instant to,
      List<CameAnswer> totals,
      List<Change> data,
      boolean hasMore) {}

  /// Minor units, signed from the merchant's view.
  record CameAnswer(
      String mode, String currency, long lines, long gross, long commission, long tax, long net) {
    static CameAnswer of(Came came) {
      return new CameAnswer(
          came.mode(),
          came.currency(),
          came.lines(),
          came.figures().gross(),
          came.figures().commission(),
          came.figures().tax(),
          came.figures().net());
    }
  }

  /// A line that came, and of what.
  ///
  /// @param reason what happened, as the line's type
  /// @param carriedOverFrom the day that it is of, which had ended before it came; else null
  record Change(
      String id,
      String batchId,
      long seq,
      String reason,
      String eventId,
      String paymentId,
      @Nullable LocalDate carriedOverFrom,
      @Nullable Instant knownAt,
      long gross,
      long net) {
    static Change of(Line line) {
      return new Change(
          line.id(),
          line.batchId(),
          line.seq(),
          line.type().code(),
          line.eventId(),
          line.detail().paymentId(),
          line.carriedOverFrom(),
          line.knownAt(),
          line.figures().gross(),
          line.figures().net());
    }
  }

  @GetMapping("/v1/business-days/{date}/as-known")
  Answer asKnown(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String date,
      @RequestParam(required = false) @Nullable String at) {
    BusinessDay day = DayLookup.day(caller, days, date);
    Instant asked = required(at, "at");
    return new Answer(
        day.day(),
        asked,
        asKnown.at(day, asked).stream().map(DayPreviewController.Total::of).toList());
  }

  /// Without `to`: until now.
  @GetMapping("/v1/business-days/{date}/differences")
  Differences differences(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String date,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "20") String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    BusinessDay day = DayLookup.day(caller, days, date);
    Instant begin = required(from, "from");
    Instant end = to == null ? clock.instant() : instant(to, "to");
    if (end.isBefore(begin)) {
      throw ProblemException.invalid("to", "invalid");
    }
    Difference found = asKnown.between(day, begin, end, startingAfter, PageLimit.of(limit));
    return new Differences(
        day.day(),
        begin,
        end,
        found.totals().stream().map(CameAnswer::of).toList(),
        found.page().stream().map(Change::of).toList(),
        found.more());
  }

  private static Instant required(@Nullable String text, String parameter) {
    if (text == null || text.isEmpty()) {
      throw ProblemException.invalid(parameter, "required");
    }
    return instant(text, parameter);
  }

  private static Instant instant(String text, String parameter) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid(parameter, "invalid");
    }
  }
}
