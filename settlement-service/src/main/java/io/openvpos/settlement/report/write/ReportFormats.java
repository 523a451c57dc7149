package io.openvpos.settlement.report.write;

import io.openvpos.settlement.report.Labels;
import io.openvpos.settlement.report.csv.CsvProfile;
import io.openvpos.settlement.report.csv.CsvWriter;
import io.openvpos.settlement.report.domain.FileFormat;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.domain.ReportWriter;
import io.openvpos.settlement.report.json.JsonWriter;
import io.openvpos.settlement.report.pdf.PdfReportWriter;
import io.openvpos.settlement.report.sheet.XlsxWriter;
import java.io.OutputStream;

/// The writer of each format.
public final class ReportFormats {

  private ReportFormats() {}

  public static ReportWriter writer(FileFormat format, Language language, OutputStream out) {
    return switch (format) {
      case CSV -> new CsvWriter(CsvProfile.RFC_4180, Labels.of(language), out);
      case EXCEL_TR -> new CsvWriter(CsvProfile.EXCEL_TR, Labels.of(language), out);
      case XLSX -> new XlsxWriter(Labels.of(language), out);
      case PDF -> new PdfReportWriter(language, out);
      case JSON -> new JsonWriter(out);
    };
  }
}
