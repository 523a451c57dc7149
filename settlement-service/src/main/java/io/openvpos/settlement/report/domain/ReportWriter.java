package io.openvpos.settlement.report.domain;

import java.io.IOException;
import java.util.List;

/// Writes one report into one file: `begin`, any number of pages, `end`. Keeps no rows. The stream
/// that it writes to stays open.
public interface ReportWriter {

  void begin(Report report) throws IOException;

  void page(List<Row> rows) throws IOException;

  /// Writes what follows the rows.
  ///
  /// @param contentSha256 SHA-256 of the English CSV up to its last line, lower-case hexadecimal:
  ///   the same in every format
  void end(Trailer trailer, String contentSha256) throws IOException;
}
