package io.openvpos.settlement.report.sheet;

import io.openvpos.settlement.report.Plain;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The XML of a worksheet, cell by cell: numbers as numbers, dates as dates. Rows and columns are
/// counted from 0.
final class SheetXml {

  private static final String BEGIN =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>\
      <sheetView workbookViewId="0">\
      """;
  private static final String FROZEN =
      """
      <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
      """;
  static final String END = "</sheetData></worksheet>";

  /// Days from the one that spreadsheets count from, 30 December 1899, to 1 January 1970.
  private static final int DAYS_BEFORE_1970 = 25_569;

  private static final long MILLIS_OF_DAY = 86_400_000;

  /// Of a day: parts of nine microseconds, which show every millisecond.
  private static final long PARTS_OF_DAY = 10_000_000_000L;

  private static final List<String> LETTERS =
      IntStream.range(0, 64).mapToObj(Formula::letters).toList();

  private final StringBuilder xml;
  private int row;

  SheetXml(StringBuilder xml) {
    this.xml = xml;
  }

  void begin(List<Column> columns, boolean frozen) {
    xml.append(BEGIN).append(frozen ? FROZEN : "").append("</sheetView></sheetViews><cols>");
    for (int column = 1; column <= columns.size(); column++) {
      int width = columns.get(column - 1).kind() == Column.Kind.TEXT ? 20 : 14;
      xml.append("<col min=\"").append(column).append("\" max=\"").append(column);
      xml.append("\" width=\"").append(width).append("\" customWidth=\"1\"/>");
    }
    xml.append("</cols><sheetData>");
  }

  void beginRow(int number) {
    row = number + 1;
    xml.append("<row r=\"").append(row).append("\">");
  }

  void endRow() {
    xml.append("</row>");
  }

  /// With the style of its kind.
  void cell(int column, Cell cell) {
    switch (cell) {
      case Cell.Text text -> text(column, text.value(), Look.PLAIN);
      case Cell.Whole whole -> {
        open(column, Look.PLAIN);
        xml.append("><v>").append(whole.value()).append("</v></c>");
      }
      case Cell.Amount amount -> {
        open(column, Look.amount(Plain.digits(amount.currency())));
        xml.append("><v>");
        Plain.amount(xml, amount, '.');
        xml.append("</v></c>");
      }
      case Cell.Day day -> day(column, day.value());
      case Cell.Moment moment -> moment(column, moment.value());
      case Cell.Empty _ -> {
        // The cell stays empty.
      }
    }
  }

  void text(int column, String text, int look) {
    open(column, look);
    xml.append(" t=\"inlineStr\"><is><t");
    if (!text.isEmpty() && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ')) {
      xml.append(" xml:space=\"preserve\"");
    }
    xml.append('>');
    escaped(xml, text.contains("_x") ? text.replace("_x", "_x005F_x") : text);
    xml.append("</t></is></c>");
  }

  void formula(int column, String formula, int look) {
    open(column, look);
    xml.append("><f>");
    escaped(xml, formula);
    xml.append("</f></c>");
  }

  private void day(int column, LocalDate day) {
    open(column, Look.DAY);
    xml.append("><v>").append(day.toEpochDay() + DAYS_BEFORE_1970).append("</v></c>");
  }

  private void moment(int column, Instant at) {
    LocalDateTime local = Plain.local(at);
    long millis = local.get(ChronoField.MILLI_OF_DAY);
    long parts = (millis * PARTS_OF_DAY + MILLIS_OF_DAY / 2) / MILLIS_OF_DAY;
    open(column, Look.MOMENT);
    xml.append("><v>").append(local.toLocalDate().toEpochDay() + DAYS_BEFORE_1970).append('.');
    for (long bound = PARTS_OF_DAY / 10; bound > 1 && parts < bound; bound /= 10) {
      xml.append('0');
    }
    xml.append(parts).append("</v></c>");
  }

  private void open(int column, int look) {
    xml.append("<c r=\"").append(letters(column)).append(row).append('"');
    if (look != Look.PLAIN) {
      xml.append(" s=\"").append(look).append('"');
    }
  }

  private static String letters(int column) {
    return column < LETTERS.size() ? LETTERS.get(column) : Formula.letters(column);
  }

  /// What XML cannot say is written as spreadsheets do.
  static void escaped(StringBuilder xml, String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '"' -> xml.append("&quot;");
        default -> {
          if ((c < ' ' && c != '\t' && c != '\n') || c >= '\ufffe') {
            xml.append(String.format(Locale.ROOT, "_x%04X_", (int) c));
          } else {
            xml.append(c);
          }
        }
      }
    }
  }
}
