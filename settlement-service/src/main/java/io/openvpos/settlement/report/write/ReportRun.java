package io.openvpos.settlement.report.write;

import io.openvpos.settlement.report.Target;
import io.openvpos.settlement.report.csv.CsvProfile;
import io.openvpos.settlement.report.csv.CsvWriter;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportWriter;
import io.openvpos.settlement.report.domain.Row;
import io.openvpos.settlement.report.domain.Trailer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Reads a report once and writes it by any number of writers at the same time.
public final class ReportRun {

  private ReportRun() {}

  /// Writes all of it and closes the writers.
  ///
  /// @param each run after every page, for whoever has to show that it is alive
  public static void write(Report report, List<? extends ReportWriter> writers, Runnable each) {
    try {
      CsvWriter content = content(writers);
      List<ReportWriter> all = new ArrayList<>(writers);
      if (!writers.contains(content)) {
        all.add(content);
      }
      for (ReportWriter writer : all) {
        writer.begin(report);
      }
      Report.Body body = report.body().get();
      while (body.hasNext()) {
        List<Row> page = body.next();
        for (ReportWriter writer : all) {
          writer.page(page);
        }
        each.run();
      }
      Trailer trailer = body.trailer();
      content.endWithoutDigest(trailer);
      String sha256 = content.digest();
      for (ReportWriter writer : writers) {
        writer.end(trailer, sha256);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writers.forEach(ReportRun::close);
    }
  }

  /// The writer of the English CSV, or one into nothing.
  private static CsvWriter content(List<? extends ReportWriter> writers) {
    for (ReportWriter writer : writers) {
      if (writer instanceof CsvWriter csv && csv.tellsContent()) {
        return csv;
      }
    }
    return new CsvWriter(
        CsvProfile.RFC_4180, List.of(new Target(Language.EN, OutputStream.nullOutputStream())));
  }

  /// Temporary files of writers that did not come to their end.
  private static void close(ReportWriter writer) {
    if (writer instanceof AutoCloseable open) {
      try {
        open.close();
      } catch (Exception e) {
        throw new IllegalStateException("a temporary file stays behind", e);
      }
    }
  }
}
