package io.openvpos.sandbox.month;

import java.util.ArrayList;
import java.util.List;

/// Reads RFC 4180.
final class CsvRows {

  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean quoted;

  private CsvRows() {}

  /// The rows of a file whose every line ends in CRLF.
  static List<List<String>> of(String text) {
    CsvRows reader = new CsvRows();
    for (int place = 0; place < text.length(); place++) {
      char read = text.charAt(place);
      boolean twice = read == '"' && place + 1 < text.length() && text.charAt(place + 1) == '"';
      if (reader.quoted && twice) {
        reader.cell.append(read);
        place++;
      } else {
        reader.take(read);
      }
    }
    if (reader.quoted || !reader.row.isEmpty() || !reader.cell.isEmpty()) {
      throw new IllegalArgumentException("the file does not end with a line's end");
    }
    return reader.rows;
  }

  private void take(char read) {
    if (read == '"') {
      quoted = !quoted;
    } else if (quoted) {
      cell.append(read);
    } else if (read == ',') {
      endCell();
    } else if (read == '\n') {
      endCell();
      rows.add(row);
      row = new ArrayList<>();
    } else if (read != '\r') {
      cell.append(read);
    }
  }

  private void endCell() {
    row.add(cell.toString());
    cell.setLength(0);
  }
}
