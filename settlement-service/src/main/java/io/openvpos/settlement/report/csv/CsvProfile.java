package io.openvpos.settlement.report.csv;

import io.openvpos.settlement.report.Plain;
import io.openvpos.settlement.report.domain.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/// How the cells of a CSV file are written. Nothing here depends on where or when it runs.
public enum CsvProfile {
  /// RFC 4180: comma, decimal point, ISO dates.
  RFC_4180("", ',', '.'),
  /// Turkish Excel: byte order mark, semicolon, decimal comma, dd.MM.yyyy.
  EXCEL_TR("\ufeff", ';', ',');

  /// A spreadsheet takes a text that starts with one of these for a formula.
  private static final String FORMULA_STARTS = "=+-@\t\r";

  /// What Excel would turn into a number or a date, and back into something else.
  private static final Pattern LOOKS_LIKE_A_NUMBER = Pattern.compile("[0-9][0-9.,/:eE+-]*");

  /// Excel shows it as it stands.
  private static final Pattern PLAIN_NUMBER = Pattern.compile("0|[1-9][0-9]{0,10}");

  private final String start;
  private final char separator;
  private final char decimal;

  CsvProfile(String start, char separator, char decimal) {
    this.start = start;
    this.separator = separator;
    this.decimal = decimal;
  }

  /// What the file starts with.
  String start() {
    return start;
  }

  /// Adds one field, and the separator before it where it is not the first.
  void append(StringBuilder line, boolean first, Cell cell) {
    if (!first) {
      line.append(separator);
    }
    switch (cell) {
      case Cell.Text text -> quote(line, guarded(text.value()));
      case Cell.Whole whole -> line.append(whole.value());
      case Cell.Amount amount -> Plain.amount(line, amount, decimal);
      case Cell.Day date -> day(line, date.value());
      case Cell.Moment at -> moment(line, at.value());
      case Cell.Empty _ -> {
        // Two separators say it.
      }
    }
  }

  private void day(StringBuilder line, LocalDate date) {
    if (this == EXCEL_TR) {
      Plain.turkishDay(line, date);
    } else {
      Plain.isoDay(line, date);
    }
  }

  private void moment(StringBuilder line, Instant at) {
    LocalDateTime local = Plain.local(at);
    if (this == EXCEL_TR) {
      Plain.turkishDay(line, local.toLocalDate());
      line.append(' ');
      Plain.time(line, local);
    } else {
      Plain.isoMoment(line, local);
      line.append(Plain.offset(at).getId());
    }
  }

  /// Only texts: a minus before an amount is no formula.
  private String guarded(String text) {
    if (text.isEmpty()) {
      return text;
    }
    char first = text.charAt(0);
    boolean changed =
        this == EXCEL_TR
            && first >= '0'
            && first <= '9'
            && LOOKS_LIKE_A_NUMBER.matcher(text).matches()
            && !PLAIN_NUMBER.matcher(text).matches();
    return changed || FORMULA_STARTS.indexOf(first) >= 0 ? "'" + text : text;
  }

  private void quote(StringBuilder line, String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == separator || c == '"' || c == '\r' || c == '\n') {
        line.append('"').append(text.replace("\"", "\"\"")).append('"');
        return;
      }
    }
    line.append(text);
  }
}
