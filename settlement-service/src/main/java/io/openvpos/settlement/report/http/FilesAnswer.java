package io.openvpos.settlement.report.http;

import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.ReportFile;
import java.util.List;
import java.util.Optional;

/// The files of a batch or a day as callers see them.
///
/// @param ready false while the report job of the day has not kept their digests
record FilesAnswer(boolean ready, List<FileAnswer> data) {

  /// @param path where it can be fetched
  record FileAnswer(
      String report, String format, String language, String sha256, long bytes, String path) {}

  static FilesAnswer of(Optional<FileSet> found) {
    return new FilesAnswer(
        found.isPresent(),
        found
            .map(set -> set.files().stream().map(file -> answer(set, file)).toList())
            .orElse(List.of()));
  }

  static FileAnswer answer(FileSet set, ReportFile file) {
    return new FileAnswer(
        file.kind().code(),
        file.format().code(),
        file.language().code(),
        file.sha256(),
        file.bytes(),
        set.path(file));
  }
}
