package io.openvpos.settlement.report.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.report.domain.ReportKind;
import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.FileSetStore;
import io.openvpos.settlement.report.job.JobDesk;
import io.openvpos.settlement.report.job.ReportLibrary;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/// Reports of a closed day, for the acquirer's finance and auditors.
@RestController
@RequestMapping("/v1/business-days/{date}")
class DayReportController {

  private final DayLog days;
  private final BatchStore batches;
  private final ReportLibrary library;
  private final FileSetStore files;
  private final JobDesk desk;
  private final ReportBodies bodies;

  DayReportController(
      DayLog days, BatchStore batches, ReportLibrary library, FileSetStore files, JobDesk desk) {
    this.days = days;
    this.batches = batches;
    this.library = library;
    this.files = files;
    this.desk = desk;
    bodies = new ReportBodies(files);
  }

  @GetMapping("/reports/{kind}.{extension}")
  ResponseEntity<Flux<DataBuffer>> report(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String date,
      @PathVariable String kind,
      @PathVariable String extension,
      @RequestParam(required = false) @Nullable String profile,
      @RequestParam(required = false) @Nullable String lang) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    ReportKind wanted = ReportKind.ofDay(kind).orElseThrow(DayReportController::notFound);
    BusinessDay day = day(date);
    FileChoice choice = FileChoice.of(extension, profile, lang);
    if (day.status() != DayStatus.CLOSED) {
      throw ProblemException.of(409, "day_not_closed");
    }
    return bodies.send(library.ofDay(wanted, day), choice, FileSet.id(day.day(), null));
  }

  @GetMapping("/files")
  DayFilesAnswer files(@Parameter(hidden = true) Caller caller, @PathVariable String date) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    BusinessDay day = day(date);
    return DayFilesAnswer.of(day.day(), batches.ofDay(day.day()).size(), files.ofDay(day.day()));
  }

  /// It changes nothing, so an auditor may ask for it.
  @PostMapping("/reports/check")
  @ResponseStatus(HttpStatus.ACCEPTED)
  JobAnswer check(@Parameter(hidden = true) Caller caller, @PathVariable String date) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    return desk.check(day(date).day())
        .map(JobAnswer::of)
        .orElseThrow(() -> ProblemException.of(409, "day_not_closed"));
  }

  private BusinessDay day(String date) {
    try {
      return days.find(LocalDate.parse(date)).orElseThrow(DayReportController::notFound);
    } catch (DateTimeParseException e) {
      throw notFound();
    }
  }

  private static ProblemException notFound() {
    return ProblemException.of(404, "not_found");
  }
}
