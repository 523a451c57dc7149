package io.openvpos.settlement.batch.http;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.report.BatchReports;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/// Batches and their reports. A merchant sees its own, the acquirer's staff all.
@RestController
@RequestMapping("/v1/batches")
class BatchController {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final BatchStore batches;
  private final BatchReports reports;

  BatchController(BatchStore batches, BatchReports reports) {
    this.batches = batches;
    this.reports = reports;
  }

  @GetMapping
  BatchAnswer.Page list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String date,
      @RequestParam(required = false) @Nullable String merchant,
      @RequestParam(required = false) @Nullable String currency,
      @RequestParam(defaultValue = "20") String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    Viewer viewer = Viewer.of(caller);
    int wanted = PageLimit.of(limit);
    LocalDate day = date == null ? null : date(date);
    if (startingAfter != null && batches.find(startingAfter).filter(viewer::sees).isEmpty()) {
      throw ProblemException.invalid("starting_after", "invalid");
    }
    if (merchant != null && viewer.merchantId() != null && !merchant.equals(viewer.merchantId())) {
      return new BatchAnswer.Page(List.of(), false);
    }
    Mode mode = viewer.mode();
    BatchStore.Query query =
        new BatchStore.Query(
            day,
            merchant == null ? viewer.merchantId() : merchant,
            mode == null ? null : mode.code(),
            currency);
    List<Batch> found = batches.list(query, startingAfter, wanted + 1);
    return new BatchAnswer.Page(
        found.stream().limit(wanted).map(BatchAnswer::of).toList(), found.size() > wanted);
  }

  @GetMapping("/{id}")
  BatchAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    return BatchAnswer.of(visible(caller, id));
  }

  /// Written while it is sent: a report of any size passes through in small pieces.
  @GetMapping("/{id}/report.csv")
  ResponseEntity<Flux<DataBuffer>> report(
      @Parameter(hidden = true) Caller caller, @PathVariable String id) {
    Batch batch = visible(caller, id);
    Iterable<byte[]> pieces = () -> reports.pieces(batch);
    Flux<DataBuffer> body =
        Flux.fromIterable(pieces)
            .<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap)
            .subscribeOn(Schedulers.boundedElastic());
    return ResponseEntity.ok()
        .contentType(CSV)
        .eTag("\"" + batch.digest() + "\"")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".csv\"")
        .body(body);
  }

  private Batch visible(Caller caller, String id) {
    Viewer viewer = Viewer.of(caller);
    return batches
        .find(id)
        .filter(viewer::sees)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  /// Read here and not by its type: the role is asked for first.
  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid("date", "invalid");
    }
  }
}
