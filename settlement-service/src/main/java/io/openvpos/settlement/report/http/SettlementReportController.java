package io.openvpos.settlement.report.http;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.http.Viewer;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.FileSetStore;
import io.openvpos.settlement.report.job.ReportLibrary;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/// The settlement report of a batch. A merchant sees its own, the acquirer's staff all.
@RestController
@RequestMapping("/v1/batches")
class SettlementReportController {

  private final BatchStore batches;
  private final DayLog days;
  private final ReportLibrary library;
  private final FileSetStore files;
  private final ReportBodies bodies;

  SettlementReportController(
      BatchStore batches, DayLog days, ReportLibrary library, FileSetStore files) {
    this.batches = batches;
    this.days = days;
    this.library = library;
    this.files = files;
    bodies = new ReportBodies(files);
  }

  @GetMapping("/{id}/settlement.{extension}")
  ResponseEntity<Flux<DataBuffer>> report(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      @PathVariable String extension,
      @RequestParam(required = false) @Nullable String profile,
      @RequestParam(required = false) @Nullable String lang) {
    Batch batch = visible(caller, id);
    FileChoice choice = FileChoice.of(extension, profile, lang);
    BusinessDay day =
        days.find(batch.day())
            .filter(found -> found.status() == DayStatus.CLOSED)
            .orElseThrow(() -> ProblemException.of(409, "day_not_closed"));
    return bodies.send(library.settlement(batch, day), choice, FileSet.id(batch.day(), batch.id()));
  }

  @GetMapping("/{id}/files")
  FilesAnswer files(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    Batch batch = visible(caller, id);
    return FilesAnswer.of(files.find(FileSet.id(batch.day(), batch.id())));
  }

  private Batch visible(Caller caller, String id) {
    Viewer viewer = Viewer.of(caller);
    return batches
        .find(id)
        .filter(viewer::sees)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
