package io.openvpos.settlement.closing.http;

import io.openvpos.messaging.access.Caller;
import io.openvpos.settlement.batch.domain.CarriedLines;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The lines that came after their own day had ended, by name.
@RestController
class CarriedOverController {

  private final DayLog days;
  private final CarriedLines lines;

  CarriedOverController(DayLog days, CarriedLines lines) {
    this.days = days;
    this.lines = lines;
  }

  /// Into this day from earlier ones, and out of it into later ones.
  record Answer(LocalDate date, List<Carried> into, List<Carried> outOf) {}

  record Carried(
      String batchId,
      long seq,
      String entryId,
      String type,
      String paymentId,
      @Nullable String refundId,
      String merchantId,
      String mode,
      String currency,
      @Nullable LocalDate ownDay,
      LocalDate postedDay,
      long net,
      String sourceTopic,
      int sourcePartition) {
    static Carried of(Line line) {
      return new Carried(
          line.batchId(),
          line.seq(),
          line.entryId(),
          line.type().code(),
          line.detail().paymentId(),
          line.detail().refundId(),
          line.head().merchantId(),
          line.head().mode().code(),
          line.head().currency(),
          line.carriedOverFrom(),
          line.salesDay(),
          line.figures().net(),
          line.source().topic(),
          line.source().partition());
    }
  }

  @GetMapping("/v1/business-days/{date}/carried-over")
  Answer get(@Parameter(hidden = true) Caller caller, @PathVariable String date) {
    BusinessDay day = DayLookup.day(caller, days, date);
    return new Answer(
        day.day(),
        lines.into(day.day()).stream().map(Carried::of).toList(),
        lines.outOf(day.day()).stream().map(Carried::of).toList());
  }
}
