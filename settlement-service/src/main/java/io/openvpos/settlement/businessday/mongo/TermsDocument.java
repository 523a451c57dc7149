package io.openvpos.settlement.businessday.mongo;

import io.openvpos.settlement.businessday.domain.DayTerms;
import io.openvpos.settlement.businessday.domain.Debtor;
import org.bson.Document;

/// How the terms of a day are written, in the sequence and in the day's own document alike.
final class TermsDocument {

  private TermsDocument() {}

  static Document write(DayTerms terms) {
    Debtor debtor = terms.debtor();
    return new Document("calendar_version", terms.calendarVersion())
        .append(
            "debtor",
            new Document("name", debtor.name())
                .append("iban", debtor.iban())
                .append("bic", debtor.bic()));
  }

  static DayTerms read(Document found) {
    Document debtor = found.get("debtor", Document.class);
    return new DayTerms(
        found.getString("calendar_version"),
        new Debtor(debtor.getString("name"), debtor.getString("iban"), debtor.getString("bic")));
  }
}
