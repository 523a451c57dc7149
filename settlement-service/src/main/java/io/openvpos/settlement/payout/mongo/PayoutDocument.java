package io.openvpos.settlement.payout.mongo;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.Payout;
import java.time.LocalDate;
import java.util.Date;
import org.bson.Document;

/// How a payout is written, in `payouts` and among the open payouts of a head alike.
final class PayoutDocument {

  private PayoutDocument() {}

  static Document write(Payout payout) {
    return new Document("_id", payout.id())
        .append("merchant_id", payout.head().merchantId())
        .append("mode", payout.head().mode().code())
        .append("currency", payout.head().currency())
        .append("day", payout.day().toString())
        .append("number", payout.number())
        .append("amount", payout.amount())
        .append("sales_day", payout.salesDay().toString())
        .append("instructed_at", Date.from(payout.instructedAt()))
        .append("execution_date", payout.executionDate().toString())
        .append("iban", payout.beneficiary().iban())
        .append("beneficiary", payout.beneficiary().name());
  }

  static Payout read(Document found) {
    return new Payout(
        found.getString("_id"),
        new Head(
            found.getString("merchant_id"),
            Mode.of(found.getString("mode")),
            found.getString("currency")),
        LocalDate.parse(found.getString("day")),
        found.getInteger("number"),
        found.getLong("amount"),
        LocalDate.parse(found.getString("sales_day")),
        found.getDate("instructed_at").toInstant(),
        LocalDate.parse(found.getString("execution_date")),
        new Beneficiary(found.getString("iban"), found.getString("beneficiary")));
  }
}
