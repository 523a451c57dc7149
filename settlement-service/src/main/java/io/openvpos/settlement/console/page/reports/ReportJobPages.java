package io.openvpos.settlement.console.page.reports;

import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.settlement.console.page.Console;
import io.openvpos.settlement.report.job.JobDesk;
import io.openvpos.settlement.report.job.ReportJob;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// Report jobs: what is made and checked, how far it is, and which files came out differently.
@PageController
final class ReportJobPages {

  static final String JOBS = Console.START + "/report-jobs";
  private static final int NEWEST = 100;

  /// More than a year at once is a mistake.
  private static final int MOST_DAYS = 366;

  private final JobDesk desk;

  ReportJobPages(JobDesk desk) {
    this.desk = desk;
  }

  @GetMapping(JOBS)
  Rendering list(PageCaller caller) {
    Console.requireFinance(caller);
    return listed(caller).rendering();
  }

  @GetMapping(JOBS + "/{id}")
  Rendering one(PageCaller caller, @PathVariable String id) {
    Console.requireFinance(caller);
    ReportJob job = desk.find(id).orElseThrow(Console::notFound);
    return caller.page("finance/report-job").with("job", job).rendering();
  }

  /// The same days are the same job, whoever asks how often.
  @PostMapping(JOBS)
  Rendering order(PageCaller caller, PageForm form) {
    var _ = Console.financier(caller);
    PageErrors errors = caller.errors();
    Optional<LocalDate> from = date(form, "from", errors);
    Optional<LocalDate> to = date(form, "to", errors);
    if (from.isPresent() && to.isPresent()) {
      boolean inOrder =
          !to.get().isBefore(from.get()) && !from.get().plusDays(MOST_DAYS).isBefore(to.get());
      errors.check(inOrder, "to", "out_of_range");
    }
    if (!errors.isEmpty()) {
      return listed(caller).rejected(form, errors).rendering();
    }
    return ordered(caller, desk.order(from.orElseThrow(), to.orElseThrow()));
  }

  /// It changes nothing, so an auditor may ask for it.
  @PostMapping(Console.START + "/days/{date}/check")
  Rendering check(PageCaller caller, @PathVariable String date) {
    Console.requireFinance(caller);
    return ordered(caller, desk.check(Console.date(date).orElseThrow(Console::notFound)));
  }

  private static Rendering ordered(PageCaller caller, Optional<ReportJob> job) {
    ReportJob found = job.orElseThrow(() -> Console.refused("day_not_closed"));
    return caller.redirect(JOBS + "/" + found.id(), "reports.ordered");
  }

  private PageModel listed(PageCaller caller) {
    List<ReportJob> jobs = desk.newest(NEWEST);
    return caller
        .page("finance/report-jobs")
        .with("jobs", jobs)
        .with("mayOrder", Console.isFinancier(caller));
  }

  private static Optional<LocalDate> date(PageForm form, String field, PageErrors errors) {
    String text = form.text(field);
    Optional<LocalDate> found = Console.date(text);
    errors.check(found.isPresent(), field, text.isEmpty() ? "required" : "invalid");
    return found;
  }
}
