package io.openvpos.settlement.console.page;

import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.ReportFile;
import java.util.List;

/// A file as a page offers it.
///
/// @param path where a browser with a session finds it
record FileRow(
    String kind, String format, String language, long bytes, String sha256, String path) {

  static List<FileRow> of(FileSet set) {
    return set.files().stream().map(file -> of(set, file)).toList();
  }

  private static FileRow of(FileSet set, ReportFile file) {
    return new FileRow(
        file.kind().code(),
        file.format().code(),
        file.language().code(),
        file.bytes(),
        file.sha256(),
        ConsoleMenu.FILES + set.path(file).substring("/v1".length()));
  }
}
