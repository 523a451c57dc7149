package io.openvpos.settlement.report.http;

import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.FileSetStore;
import io.openvpos.settlement.report.write.ReportFormats;
import io.openvpos.settlement.report.write.ReportRun;
import java.util.List;
import java.util.concurrent.Executor;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;

/// Sends a report as a file. A thread of its own writes it as fast as the client reads.
final class ReportBodies {

  private static final int PIECE = 64 * 1024;
  private static final Executor THREADS =
      work -> Thread.ofVirtual().name("report-download").start(work);

  private final FileSetStore files;

  ReportBodies(FileSetStore files) {
    this.files = files;
  }

  /// The SHA-256 kept of the file is its entity tag, once it is known.
  ///
  /// @param fileSet the id of the file set that it is of
  ResponseEntity<Flux<DataBuffer>> send(Report report, FileChoice choice, String fileSet) {
    Publisher<DataBuffer> body =
        DataBufferUtils.outputStreamPublisher(
            out ->
                ReportRun.write(
                    report,
                    List.of(ReportFormats.writer(choice.format(), choice.language(), out)),
                    () -> {}),
            DefaultDataBufferFactory.sharedInstance,
            THREADS,
            PIECE);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(choice.mediaType())
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\""
                    + report.fileName()
                    + "."
                    + choice.format().extension()
                    + "\"");
    files
        .find(fileSet)
        .flatMap(set -> digest(set, report, choice))
        .ifPresent(sha256 -> answer.eTag("\"" + sha256 + "\""));
    return answer.body(Flux.from(body));
  }

  private static java.util.Optional<String> digest(FileSet set, Report report, FileChoice choice) {
    return set.files().stream()
        .filter(file ->
            file.kind() == report.kind()
                && file.format() == choice.format()
                && file.language() == choice.language())
        .map(file -> file.sha256())
        .findFirst();
  }
}
