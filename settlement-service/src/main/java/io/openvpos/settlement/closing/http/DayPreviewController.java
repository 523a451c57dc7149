package io.openvpos.settlement.closing.http;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.batch.domain.DayTotal;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.closing.DayPreview;
import io.openvpos.settlement.closing.DayPreview.Expected;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What a day that is not closed comes to so far.
@RestController
class DayPreviewController {

  private final DayLog days;
  private final DayPreview preview;

  DayPreviewController(DayLog days, DayPreview preview) {
    this.days = days;
    this.preview = preview;
  }

  record Answer(LocalDate date, String status, boolean preliminary, List<Total> totals) {}

  /// What becomes payable on a date, before reserves and debts of earlier days.
  record Due(LocalDate valueDate, long amount) {}

  /// Amounts in minor units, all but `net` and `dues` as magnitudes.
  record Total(
      String mode,
      String currency,
      long merchants,
      long lines,
      long capturedCount,
      long captured,
      long voided,
      long refunded,
      long chargebacks,
      long commission,
      long tax,
      long net,
      List<Due> dues) {
    static Total of(Expected expected) {
      DayTotal total = expected.total();
      List<Due> dues = new ArrayList<>();
      expected.dues().forEach((date, amount) -> dues.add(new Due(date, amount)));
      return new Total(
          total.mode().code(),
          total.currency(),
          expected.merchants(),
          expected.lines(),
          total.types().capturedCount(),
          total.types().captured(),
          total.types().voided(),
          total.types().refunded(),
          total.types().chargebacks(),
          -total.figures().commission(),
          -total.figures().tax(),
          total.figures().net(),
          dues);
    }
  }

  @GetMapping("/v1/business-days/{date}/preview")
  Answer get(@Parameter(hidden = true) Caller caller, @PathVariable String date) {
    BusinessDay day = DayLookup.day(caller, days, date);
    if (day.status() == DayStatus.CLOSED) {
      throw ProblemException.of(409, "day_closed");
    }
    return new Answer(
        day.day(), day.status().code(), true, preview.of(day).stream().map(Total::of).toList());
  }
}
