package io.openvpos.settlement.report.sheet;

import io.openvpos.settlement.report.domain.Total.Match;
import java.util.List;
import java.util.stream.Collectors;

/// The formula of a sum over one column of all sheets of rows.
final class Formula {

  /// A sheet of rows, which begin in its second line.
  record Range(String sheet, int rows) {

    private String of(int column) {
      String letters = letters(column);
      return "'" + sheet + "'!$" + letters + "$2:$" + letters + "$" + (rows + 1);
    }
  }

  private Formula() {}

  static String sum(List<Range> sheets, int column, List<Match> of) {
    List<Range> filled = sheets.stream().filter(range -> range.rows() > 0).toList();
    if (filled.isEmpty()) {
      return "0";
    }
    return filled.stream()
        .map(range -> of.isEmpty() ? "SUM(" + range.of(column) + ")" : sumIf(range, column, of))
        .collect(Collectors.joining("+"));
  }

  private static String sumIf(Range range, int column, List<Match> of) {
    return of.stream()
        .map(match -> range.of(match.column()) + ",\"" + match.text().replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(",", "SUMIFS(" + range.of(column) + ",", ")"));
  }

  /// `A` for 0, `AA` for 26.
  static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }
}
