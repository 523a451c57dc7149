package io.openvpos.fraud.lists.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cells of a CSV text. Lines end with LF or CRLF; the separator is the comma or, where the first
/// line has none, the semicolon that Turkish spreadsheets write.
public final class CsvRows {

  /// A spreadsheet takes a text that starts with one of these for a formula.
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final String text;
  private final char separator;
  private final List<List<String>> rows = new ArrayList<>();
  private int next;

  private CsvRows(String text) {
    this.text = text;
    String first = text.lines().findFirst().orElse("");
    this.separator = first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
  }

  /// Rows that are not blank; empty if a quote is not closed.
  public static Optional<List<List<String>>> read(String text) {
    CsvRows rows = new CsvRows(text.startsWith("\uFEFF") ? text.substring(1) : text);
    while (rows.next < rows.text.length()) {
      if (!rows.row()) {
        return Optional.empty();
      }
    }
    return Optional.of(rows.rows);
  }

  /// A cell as a spreadsheet shows it; one that would be a formula gets an apostrophe.
  public static String cell(String value) {
    String safe = isFormula(value) ? "'" + value : value;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  /// Takes off the apostrophe that [#cell] put on.
  static String unguarded(String cell) {
    return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
  }

  /// Apostrophes before it left aside, so that one of its own comes back too.
  private static boolean isFormula(String value) {
    String bare = value.replaceFirst("^'+", "");
    return !bare.isEmpty() && FORMULA_STARTS.indexOf(bare.charAt(0)) >= 0;
  }

  private boolean row() {
    List<String> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      Optional<String> cell = next < text.length() && text.charAt(next) == '"' ? quoted() : bare();
      if (cell.isEmpty()) {
        return false;
      }
      cells.add(unguarded(cell.get().strip()));
      more = next < text.length() && text.charAt(next) == separator;
      next += more ? 1 : 0;
    }
    next += text.startsWith("\r\n", next) ? 2 : 1;
    if (!cells.stream().allMatch(String::isEmpty)) {
      rows.add(cells);
    }
    return true;
  }

  private Optional<String> bare() {
    int start = next;
    while (next < text.length() && !ends(text.charAt(next))) {
      next++;
    }
    return Optional.of(text.substring(start, next));
  }

  private Optional<String> quoted() {
    StringBuilder cell = new StringBuilder();
    next++;
    while (next < text.length()) {
      char c = text.charAt(next++);
      if (c != '"') {
        cell.append(c);
      } else if (next < text.length() && text.charAt(next) == '"') {
        cell.append('"');
        next++;
      } else {
        boolean closed = next == text.length() || ends(text.charAt(next));
        return closed ? Optional.of(cell.toString()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean ends(char c) {
    return c == separator || c == '\n' || c == '\r';
  }
}
