package io.openvpos.settlement.console.page;

import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.CarriedLines;
import io.openvpos.settlement.batch.domain.DayTotal;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.businessday.DayFigures;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.CloseDecision;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.certificate.domain.CertificateStore;
import io.openvpos.settlement.certificate.domain.CertifiedHolds;
import io.openvpos.settlement.certificate.reports.ReportsCertificates;
import io.openvpos.settlement.closing.DayProgress;
import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.FileSetStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Business days: which are open, closing and closed, what they add up to, and their files.
@PageController
final class DayPages {

  private static final String DAYS = ConsoleMenu.START + "/days";
  private static final int A_PAGE = 30;
  private static final int CHARTED = 14;

  private final DayLog days;
  private final DayFigures figures;
  private final DaySequencer sequencer;
  private final BatchStore batches;
  private final FileSetStore files;
  private final DayProgress progress;
  private final ReportsCertificates certified;
  private final CarriedLines carried;
  private final CertificateStore certificates;

  DayPages(
      DayLog days,
      DayFigures figures,
      DaySequencer sequencer,
      BatchStore batches,
      FileSetStore files,
      DayProgress progress,
      ReportsCertificates certified,
      CarriedLines carried,
      CertificateStore certificates) {
    this.days = days;
    this.figures = figures;
    this.sequencer = sequencer;
    this.batches = batches;
    this.files = files;
    this.progress = progress;
    this.certified = certified;
    this.carried = carried;
    this.certificates = certificates;
  }

  /// One point of the chart, in major units.
  record Point(String day, String text, BigDecimal amount) {}

  /// What a day did to cardholders' holds in one mode and currency.
  record HoldRow(Mode mode, String currency, CertifiedHolds holds) {}

  @GetMapping(ConsoleMenu.START)
  Rendering start(PageCaller caller) {
    return caller.redirect(caller.has(ConsoleMenu.FINANCE) ? DAYS : BatchPages.BATCHES);
  }

  @GetMapping(DAYS)
  Rendering list(PageCaller caller, @RequestParam(defaultValue = "") String before) {
    caller.require(ConsoleMenu.FINANCE);
    List<BusinessDay> found = days.list(date(before), A_PAGE + 1);
    return caller
        .page("finance/days")
        .with("days", found.stream().limit(A_PAGE).toList())
        .with("older", found.size() > A_PAGE ? found.get(A_PAGE - 1).day().toString() : "")
        .rendering();
  }

  /// What the chart draws: the net of the newest closed days in liras of the real mode, or of the
  /// test mode where nothing is real yet. The page's table leads to the same figures.
  @GetMapping(DAYS + "/net-by-day")
  ResponseEntity<List<Point>> points(PageCaller caller) {
    caller.require(ConsoleMenu.FINANCE);
    List<BusinessDay> closed =
        days.list(Optional.empty(), A_PAGE).stream()
            .filter(day -> day.status() == DayStatus.CLOSED)
            .limit(CHARTED)
            .toList()
            .reversed();
    boolean real =
        closed.stream().flatMap(day -> figures.of(day).stream()).anyMatch(DayPages::isReal);
    Mode mode = real ? Mode.LIVE : Mode.TEST;
    return ResponseEntity.ok(closed.stream().map(day -> point(caller, day, mode)).toList());
  }

  @GetMapping(DAYS + "/{date}")
  Rendering one(PageCaller caller, @PathVariable String date) {
    caller.require(ConsoleMenu.FINANCE);
    BusinessDay day = day(date);
    List<Line> into = carried.into(day.day());
    List<Line> outOf = carried.outOf(day.day());
    Optional<FileSet> own = files.find(FileSet.id(day.day(), null));
    return caller
        .page("finance/day")
        .with("day", day)
        .with("totals", figures.of(day))
        .with("batches", batches.ofDay(day.day()).stream().limit(BatchPages.A_PAGE).toList())
        .with("files", own.map(FileRow::of).orElse(List.of()))
        .with("progress", day.status() == DayStatus.CLOSING ? List.of(progress.of(day)) : List.of())
        .with("holds", holds(day))
        .with("reportsCertified", certified.find(day.day()).isPresent())
        .with("carriedInto", into.stream().limit(BatchPages.A_PAGE).toList())
        .with("carriedOutOf", outOf.stream().limit(BatchPages.A_PAGE).toList())
        .with("carried", into.size() + outOf.size())
        .with("mayClose", caller.has(Role.ACQUIRER_FINANCE) && day.status() == DayStatus.OPEN)
        .rendering();
  }

  @PostMapping(DAYS + "/{date}/close")
  Rendering close(PageCaller caller, @PathVariable String date) {
    caller.require(Role.ACQUIRER_FINANCE);
    LocalDate day = day(date).day();
    if (sequencer.close(day) instanceof CloseDecision.Refused(var reason)) {
      throw ProblemException.of(409, reason.name().toLowerCase(Locale.ROOT));
    }
    return caller.redirect(DAYS + "/" + day, "finance.close-asked");
  }

  /// Of a day that is certified: before that, nobody has said all of it.
  private List<HoldRow> holds(BusinessDay day) {
    return certificates.ofDay(day.day()).stream()
        .flatMap(one ->
            one.holds().stream().map(holds -> new HoldRow(one.mode(), one.currency(), holds)))
        .toList();
  }

  private Point point(PageCaller caller, BusinessDay day, Mode mode) {
    long net =
        figures.of(day).stream()
            .filter(total -> total.mode() == mode && total.currency().equals("TRY"))
            .mapToLong(total -> total.figures().net())
            .sum();
    int digits = Currency.getInstance("TRY").getDefaultFractionDigits();
    return new Point(
        caller.format().shortDate(day.day()),
        caller.format().money(net, "TRY"),
        BigDecimal.valueOf(net, digits));
  }

  private static boolean isReal(DayTotal total) {
    return total.mode() == Mode.LIVE;
  }

  private BusinessDay day(String date) {
    return date(date).flatMap(days::find).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
