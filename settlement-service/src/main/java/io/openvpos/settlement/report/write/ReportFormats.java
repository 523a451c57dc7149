package io.openvpos.settlement.report.write;

import io.openvpos.settlement.report.Target;
import io.openvpos.settlement.report.csv.CsvProfile;
import io.openvpos.settlement.report.csv.CsvWriter;
import io.openvpos.settlement.report.domain.FileFormat;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.domain.ReportWriter;
import io.openvpos.settlement.report.json.JsonWriter;
import io.openvpos.settlement.report.pdf.PdfReportWriter;
import io.openvpos.settlement.report.sheet.XlsxWriter;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/// The writer of each format.
public final class ReportFormats {

  private ReportFormats() {}

  /// Of one file.
  public static ReportWriter writer(FileFormat format, Language language, OutputStream out) {
    return writers(format, List.of(new Target(language, out))).getFirst();
  }

  /// Of several files of one format, which share what they can.
  public static List<ReportWriter> writers(FileFormat format, List<Target> targets) {
    return switch (format) {
      case CSV -> List.of(new CsvWriter(CsvProfile.RFC_4180, targets));
      case EXCEL_TR -> List.of(new CsvWriter(CsvProfile.EXCEL_TR, targets));
      case XLSX -> List.of(new XlsxWriter(targets));
      case PDF -> each(targets, target -> new PdfReportWriter(target.language(), target.out()));
      case JSON -> each(targets, target -> new JsonWriter(target.out()));
    };
  }

  private static List<ReportWriter> each(
      List<Target> targets, Function<Target, ReportWriter> writer) {
    return targets.stream().map(writer).toList();
  }
}
