package io.openvpos.settlement.report.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.report.domain.FileFormat;
import io.openvpos.settlement.report.domain.Language;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/// Which file of a report is asked for.
record FileChoice(FileFormat format, Language language) {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /// @param extension of the path: csv, xlsx, pdf or json
  /// @param profile `excel-tr` with csv only
  static FileChoice of(String extension, @Nullable String profile, @Nullable String lang) {
    FileFormat format =
        switch (extension) {
          case "csv" -> FileFormat.CSV;
          case "xlsx" -> FileFormat.XLSX;
          case "pdf" -> FileFormat.PDF;
          case "json" -> FileFormat.JSON;
          default -> throw ProblemException.of(404, "not_found");
        };
    if (profile != null) {
      if (!profile.equals("excel-tr") || format != FileFormat.CSV) {
        throw invalid("profile");
      }
      format = FileFormat.EXCEL_TR;
    }
    Language fallback = format == FileFormat.EXCEL_TR ? Language.TR : Language.EN;
    Language language =
        lang == null ? fallback : Language.of(lang).orElseThrow(() -> invalid("lang"));
    return new FileChoice(format, format == FileFormat.JSON ? Language.EN : language);
  }

  MediaType mediaType() {
    return switch (format) {
      case CSV, EXCEL_TR -> CSV;
      case XLSX -> XLSX;
      case PDF -> MediaType.APPLICATION_PDF;
      case JSON -> MediaType.APPLICATION_JSON;
    };
  }

  private static ProblemException invalid(String parameter) {
    return ProblemException.of(400, "validation_failed").field(parameter, "invalid");
  }
}
