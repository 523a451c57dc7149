package io.openvpos.settlement.report.job;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.report.DigestStream;
import io.openvpos.settlement.report.Target;
import io.openvpos.settlement.report.day.DayBooks;
import io.openvpos.settlement.report.day.DayReports;
import io.openvpos.settlement.report.domain.FileFormat;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportKind;
import io.openvpos.settlement.report.domain.ReportWriter;
import io.openvpos.settlement.report.settlement.SettlementReports;
import io.openvpos.settlement.report.write.ReportFormats;
import io.openvpos.settlement.report.write.ReportRun;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Every report of closed days, and what its files hold.
public final class ReportLibrary {

  private static final List<ReportKind> OF_DAY =
      List.of(ReportKind.SUMMARY, ReportKind.TAX, ReportKind.COMMISSION);

  private final LineStore lines;
  private final BatchStore batches;
  private final SettlementReports settlements;

  public ReportLibrary(LineStore lines, BatchStore batches, SettlementReports settlements) {
    this.lines = lines;
    this.batches = batches;
    this.settlements = settlements;
  }

  /// The settlement report of a batch of a closed day.
  public Report settlement(Batch batch, BusinessDay day) {
    return settlements.of(batch, day);
  }

  /// A report of a closed day.
  public Report ofDay(ReportKind kind, BusinessDay day) {
    return DayReports.of(kind, books(day));
  }

  /// Writes all files of a batch into nothing and keeps what they held.
  ///
  /// @param each run after every page
  FileSet filesOf(Batch batch, BusinessDay day, Runnable each) {
    return new FileSet(
        batch.day(),
        batch.id(),
        batch.head(),
        closedAt(day),
        files(settlements.of(batch, day), each));
  }

  FileSet filesOf(BusinessDay day, Runnable each) {
    DayBooks books = books(day);
    List<ReportFile> files = new ArrayList<>();
    OF_DAY.forEach(kind -> files.addAll(files(DayReports.of(kind, books), each)));
    return new FileSet(day.day(), null, null, closedAt(day), files);
  }

  private DayBooks books(BusinessDay day) {
    closedAt(day);
    return DayBooks.of(day.day(), lines, batches.ofDay(day.day()));
  }

  private static List<ReportFile> files(Report report, Runnable each) {
    record Open(FileFormat format, Language language, DigestStream stream) {}
    List<Open> open = new ArrayList<>();
    List<ReportWriter> writers = new ArrayList<>();
    for (FileFormat format : FileFormat.values()) {
      List<Target> targets = new ArrayList<>();
      for (Language language : format.languages()) {
        DigestStream stream = new DigestStream(OutputStream.nullOutputStream());
        open.add(new Open(format, language, stream));
        targets.add(new Target(language, stream));
      }
      writers.addAll(ReportFormats.writers(format, targets));
    }
    ReportRun.write(report, writers, each);
    return open.stream()
        .map(one ->
            new ReportFile(
                report.kind(),
                one.format(),
                one.language(),
                one.stream().hexSoFar(),
                one.stream().count()))
        .toList();
  }

  private static Instant closedAt(BusinessDay day) {
    return Objects.requireNonNull(day.closedAt(), () -> day.day() + " is not closed");
  }
}
