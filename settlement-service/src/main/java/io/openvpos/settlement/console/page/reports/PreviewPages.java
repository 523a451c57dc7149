package io.openvpos.settlement.console.page.reports;

import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.closing.DayPreview;
import io.openvpos.settlement.console.page.Console;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;

/// What a day would come to if it were cut now. A page of its own, since it passes over all lines
/// of the day, which are too many for every look at the day.
@PageController
final class PreviewPages {

  private final DayLog days;
  private final DayPreview preview;

  PreviewPages(DayLog days, DayPreview preview) {
    this.days = days;
    this.preview = preview;
  }

  @GetMapping(Console.START + "/days/{date}/preview")
  Rendering one(PageCaller caller, @PathVariable String date) {
    Console.requireFinance(caller);
    BusinessDay day = Console.date(date).flatMap(days::find).orElseThrow(Console::notFound);
    if (day.status() == DayStatus.CLOSED) {
      throw Console.refused("day_closed");
    }
    return caller
        .page("finance/preview")
        .with("day", day)
        .with("totals", preview.of(day))
        .rendering();
  }
}
