package io.openvpos.settlement.report.job;

import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.report.domain.FileFormat;
import io.openvpos.settlement.report.domain.ReportKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All files of one batch, or of one day, made together: kept and announced by one write.
///
/// @param batchId null: the day's own
/// @param head of the batch; null where that is
/// @param closedAt when the day was, which is also when the files could be known
public record FileSet(
    LocalDate day,
    @Nullable String batchId,
    @Nullable Head head,
    Instant closedAt,
    List<ReportFile> files) {

  public FileSet {
    files = List.copyOf(files);
  }

  /// `day|batch`, or `day|` of the day's own: those come first.
  public String id() {
    return id(day, batchId);
  }

  public static String id(LocalDate day, @Nullable String batchId) {
    return day + "|" + (batchId == null ? "" : batchId);
  }

  /// Where callers of the API find a file.
  public String path(ReportFile file) {
    String of =
        file.kind() == ReportKind.SETTLEMENT
            ? "/v1/batches/" + batchId + "/settlement."
            : "/v1/business-days/" + day + "/reports/" + file.kind().code() + ".";
    String profile = file.format() == FileFormat.EXCEL_TR ? "profile=excel-tr&" : "";
    String query =
        file.format() == FileFormat.JSON ? "" : "?" + profile + "lang=" + file.language().code();
    return of + file.format().extension() + query;
  }

  public Optional<ReportFile> find(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }
}
