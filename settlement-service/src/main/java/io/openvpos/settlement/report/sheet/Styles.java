package io.openvpos.settlement.report.sheet;

import io.openvpos.settlement.report.domain.Cell;
import java.util.Currency;
import org.dhatim.fastexcel.Worksheet;

/// Puts cells into a worksheet as what they are: numbers as numbers, dates as dates.
final class Styles {

  private static final String DAY = "dd.mm.yyyy";
  private static final String MOMENT = "dd.mm.yyyy hh:mm:ss";

  private Styles() {}

  static void put(Worksheet sheet, int row, int column, Cell cell) {
    switch (cell) {
      case Cell.Text text -> sheet.inlineString(row, column, text.value());
      case Cell.Whole whole -> sheet.value(row, column, whole.value());
      case Cell.Amount amount -> {
        sheet.value(row, column, Numbers.of(amount));
        sheet.style(row, column).format(amountFormat(amount.currency())).set();
      }
      case Cell.Day day -> {
        sheet.value(row, column, day.value());
        sheet.style(row, column).format(DAY).set();
      }
      case Cell.Moment moment -> {
        sheet.value(row, column, Numbers.local(moment));
        sheet.style(row, column).format(MOMENT).set();
      }
      case Cell.Empty _ -> {
        // The cell stays empty.
      }
    }
  }

  static String amountFormat(String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return digits <= 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
  }
}
