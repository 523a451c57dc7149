package io.openvpos.settlement.report.sheet;

import io.openvpos.settlement.report.Plain;
import io.openvpos.settlement.report.domain.Cell;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Worksheet;

/// Puts cells into a worksheet as what they are: numbers as numbers, dates as dates.
final class Styles {

  private static final String DAY = "dd.mm.yyyy";
  private static final String MOMENT = "dd.mm.yyyy hh:mm:ss";

  private Styles() {}

  /// With its format.
  static void put(Worksheet sheet, int row, int column, Cell cell) {
    value(sheet, row, column, cell);
    String format = format(cell);
    if (!format.isEmpty()) {
      sheet.style(row, column).format(format).set();
    }
  }

  /// Without its format, which is set for a whole page at once.
  static void value(Worksheet sheet, int row, int column, Cell cell) {
    switch (cell) {
      case Cell.Text text -> sheet.inlineString(row, column, text.value());
      case Cell.Whole whole -> sheet.value(row, column, whole.value());
      case Cell.Amount amount -> sheet.value(row, column, number(amount));
      case Cell.Day day -> sheet.value(row, column, day.value());
      case Cell.Moment moment -> sheet.value(row, column, Plain.local(moment.value()));
      case Cell.Empty _ -> {
        // The cell stays empty.
      }
    }
  }

  /// Empty where none is needed.
  static String format(Cell cell) {
    return switch (cell) {
      case Cell.Amount amount -> amountFormat(amount.currency());
      case Cell.Day _ -> DAY;
      case Cell.Moment _ -> MOMENT;
      default -> "";
    };
  }

  private static BigDecimal number(Cell.Amount amount) {
    return BigDecimal.valueOf(amount.minorUnits(), Plain.digits(amount.currency()));
  }

  static String amountFormat(String currency) {
    int digits = Plain.digits(currency);
    return digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
  }
}
