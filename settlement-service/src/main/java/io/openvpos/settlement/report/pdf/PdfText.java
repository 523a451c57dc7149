package io.openvpos.settlement.report.pdf;

import io.openvpos.settlement.report.Plain;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Language;
import java.time.LocalDateTime;

/// Cells as people read them. Own lines, because what a Java platform knows of locales changes.
final class PdfText {

  private final char decimal;
  private final char group;

  PdfText(Language language) {
    decimal = language == Language.TR ? ',' : '.';
    group = language == Language.TR ? '.' : ',';
  }

  String of(Cell cell) {
    return switch (cell) {
      case Cell.Text text -> text.value();
      case Cell.Whole whole -> String.valueOf(whole.value());
      case Cell.Amount amount -> amount(amount);
      case Cell.Day day -> {
        StringBuilder text = new StringBuilder();
        Plain.turkishDay(text, day.value());
        yield text.toString();
      }
      case Cell.Moment moment -> {
        StringBuilder text = new StringBuilder();
        LocalDateTime local = Plain.local(moment.value());
        Plain.turkishDay(text, local.toLocalDate());
        Plain.time(text.append(' '), local);
        yield text.toString();
      }
      case Cell.Empty _ -> "";
    };
  }

  private String amount(Cell.Amount amount) {
    StringBuilder text = new StringBuilder();
    Plain.amount(text, amount, decimal);
    int digits = Plain.digits(amount.currency());
    int first = amount.minorUnits() < 0 ? 1 : 0;
    int end = text.length() - (digits == 0 ? 0 : digits + 1);
    for (int at = end - 3; at > first; at -= 3) {
      text.insert(at, group);
    }
    return text.toString();
  }
}
