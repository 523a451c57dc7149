package io.openvpos.settlement.report.json;

import io.openvpos.settlement.report.Plain;
import io.openvpos.settlement.report.domain.Cell;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/// Values as JSON.
final class JsonText {

  private JsonText() {}

  static void append(StringBuilder json, Cell cell) {
    switch (cell) {
      case Cell.Text text -> quoted(json, text.value());
      case Cell.Whole whole -> json.append(whole.value());
      case Cell.Amount amount -> json.append(amount.minorUnits());
      case Cell.Day day -> {
        json.append('"');
        Plain.isoDay(json, day.value());
        json.append('"');
      }
      case Cell.Moment moment -> {
        Instant at = moment.value();
        json.append('"');
        Plain.isoMoment(
            json, LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC));
        json.append("Z\"");
      }
      case Cell.Empty _ -> json.append("null");
    }
  }

  static void quoted(StringBuilder json, String text) {
    json.append('"');
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c)) {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
