package io.openvpos.settlement.businessday.mongo;

import io.openvpos.calendar.CalendarVersions;
import io.openvpos.settlement.businessday.domain.DayTerms;
import io.openvpos.settlement.businessday.domain.Debtor;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/// How the terms of a day are written, in the sequence and in the day's own document alike.
final class TermsDocument {

  private TermsDocument() {}

  static Document write(DayTerms terms) {
    Debtor debtor = terms.debtor();
    return new Document("calendar_version", terms.calendars().home())
        .append("system_calendars", new Document(new TreeMap<>(terms.calendars().systems())))
        .append(
            "debtor",
            new Document("name", debtor.name())
                .append("iban", debtor.iban())
                .append("bic", debtor.bic()));
  }

  static DayTerms read(Document found) {
    Document debtor = found.get("debtor", Document.class);
    return new DayTerms(
        new CalendarVersions(found.getString("calendar_version"), systems(found)),
        new Debtor(debtor.getString("name"), debtor.getString("iban"), debtor.getString("bic")));
  }

  /// None in the terms of days whose close was accepted before there were any.
  private static Map<String, String> systems(Document found) {
    Map<String, String> systems = new TreeMap<>();
    Document written = found.get("system_calendars", new Document());
    written.keySet().forEach(currency -> systems.put(currency, written.getString(currency)));
    return systems;
  }
}
