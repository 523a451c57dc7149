package io.openvpos.settlement.report.csv;

import io.openvpos.money.Money;
import io.openvpos.settlement.report.domain.Cell;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// How the cells of a CSV file are written. Nothing here depends on where or when it runs.
public enum CsvProfile {
  /// RFC 4180: comma, decimal point, ISO dates.
  RFC_4180("", ',', '.', "uuuu-MM-dd", "uuuu-MM-dd'T'HH:mm:ss.SSSXXX"),
  /// Turkish Excel: byte order mark, semicolon, decimal comma, dd.MM.yyyy.
  EXCEL_TR("\ufeff", ';', ',', "dd.MM.uuuu", "dd.MM.uuuu HH:mm:ss");

  /// A spreadsheet takes a text that starts with one of these for a formula.
  private static final String FORMULA_STARTS = "=+-@\t\r";

  /// What Excel would turn into a number or a date, and back into something else.
  private static final Pattern LOOKS_LIKE_A_NUMBER = Pattern.compile("[0-9][0-9.,/:eE+-]*");

  /// Excel shows it as it stands.
  private static final Pattern PLAIN_NUMBER = Pattern.compile("0|[1-9][0-9]{0,10}");

  private final String start;
  private final char separator;
  private final char decimal;
  private final DateTimeFormatter day;
  private final DateTimeFormatter moment;

  CsvProfile(String start, char separator, char decimal, String day, String moment) {
    this.start = start;
    this.separator = separator;
    this.decimal = decimal;
    this.day = DateTimeFormatter.ofPattern(day, Locale.ROOT);
    this.moment =
        DateTimeFormatter.ofPattern(moment, Locale.ROOT).withZone(ZoneId.of("Europe/Istanbul"));
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
      case Cell.Amount amount -> line.append(amount(amount));
      case Cell.Day date -> line.append(day(date.value()));
      case Cell.Moment at -> line.append(moment.format(at.value()));
      case Cell.Empty _ -> {
        // Two separators say it.
      }
    }
  }

  private String day(LocalDate date) {
    return day.format(date);
  }

  private String amount(Cell.Amount amount) {
    return Money.of(amount.minorUnits(), amount.currency()).toDecimal().replace('.', decimal);
  }

  /// Only texts: a minus before an amount is no formula.
  private String guarded(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    boolean changed =
        this == EXCEL_TR
            && LOOKS_LIKE_A_NUMBER.matcher(text).matches()
            && !PLAIN_NUMBER.matcher(text).matches();
    return formula || changed ? "'" + text : text;
  }

  private void quote(StringBuilder line, String text) {
    boolean plain =
        text.chars().noneMatch(c -> c == separator || c == '"' || c == '\r' || c == '\n');
    if (plain) {
      line.append(text);
    } else {
      line.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
  }
}
