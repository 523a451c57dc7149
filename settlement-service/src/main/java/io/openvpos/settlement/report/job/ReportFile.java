package io.openvpos.settlement.report.job;

import io.openvpos.settlement.report.domain.FileFormat;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.domain.ReportKind;

/// What a file held when it was first made.
///
/// @param sha256 of its bytes, lower-case hexadecimal
/// @param bytes how many
public record ReportFile(
    ReportKind kind, FileFormat format, Language language, String sha256, long bytes) {

  /// `settlement.xlsx.tr`: which of the files of its subject.
  public String name() {
    return kind.code() + "." + format.code() + "." + language.code();
  }
}
