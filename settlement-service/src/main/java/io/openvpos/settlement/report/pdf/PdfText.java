package io.openvpos.settlement.report.pdf;

import io.openvpos.money.Money;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Language;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Cells as people read them. Own lines, because what a Java platform knows of locales changes.
final class PdfText {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Europe/Istanbul"));

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
      case Cell.Day day -> DAY.format(day.value());
      case Cell.Moment moment -> MOMENT.format(moment.value());
      case Cell.Empty _ -> "";
    };
  }

  private String amount(Cell.Amount amount) {
    String plain = Money.of(amount.minorUnits(), amount.currency()).toDecimal();
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < plain.length(); at++) {
      char c = plain.charAt(at);
      boolean thousand = at < point && (point - at) % 3 == 0;
      if (thousand && at > 0 && Character.isDigit(plain.charAt(at - 1))) {
        text.append(group);
      }
      text.append(c == '.' ? decimal : c);
    }
    return text.toString();
  }
}
