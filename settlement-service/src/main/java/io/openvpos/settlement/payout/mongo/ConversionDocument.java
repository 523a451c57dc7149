package io.openvpos.settlement.payout.mongo;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payout.domain.Conversion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import org.bson.Document;

/// How a conversion is written, in `conversions` and in the head whose money it sells alike.
final class ConversionDocument {

  private ConversionDocument() {}

  static Document write(Conversion conversion) {
    return new Document("_id", conversion.eventId())
        .append("merchant_id", conversion.from().merchantId())
        .append("mode", conversion.from().mode().code())
        .append("currency", conversion.from().currency())
        .append("day", conversion.day().toString())
        .append("sold", conversion.sold())
        .append("bought", conversion.bought())
        .append("bought_currency", conversion.to().currency())
        .append("price", conversion.price().toPlainString())
        .append("unit", conversion.unit())
        .append("rate_table", conversion.rateTable())
        .append("terms", TermsDocument.write(conversion.terms()))
        .append("at", Date.from(conversion.at()));
  }

  static Conversion read(Document found) {
    return new Conversion(
        new Head(
            found.getString("merchant_id"),
            Mode.of(found.getString("mode")),
            found.getString("currency")),
        LocalDate.parse(found.getString("day")),
        found.getLong("sold"),
        found.getLong("bought"),
        new BigDecimal(found.getString("price")),
        found.getInteger("unit"),
        found.getString("rate_table"),
        TermsDocument.read(found.get("terms", Document.class)),
        found.getDate("at").toInstant());
  }
}
