package io.openvpos.settlement.batch.mongo;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.batch.domain.SeqRange;
import io.openvpos.settlement.batch.domain.TypeTotals;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;

/// How a batch is written in `batches`; its outbox stands beside these fields.
final class BatchDocument {

  private BatchDocument() {}

  static Document write(Batch batch) {
    return new Document("_id", batch.id())
        .append("day", batch.day().toString())
        .append("merchant_id", batch.head().merchantId())
        .append("mode", batch.head().mode().code())
        .append("currency", batch.head().currency())
        .append("lines", batch.lines())
        .append("gross", batch.figures().gross())
        .append("commission", batch.figures().commission())
        .append("tax", batch.figures().tax())
        .append("net", batch.figures().net())
        .append("captured_count", batch.types().capturedCount())
        .append("captured", batch.types().captured())
        .append("voided", batch.types().voided())
        .append("refunded", batch.types().refunded())
        .append("chargebacks", batch.types().chargebacks())
        .append("dues", batch.dues().stream().map(BatchDocument::write).toList())
        .append("earliest_value_date", batch.earliestValueDate().toString())
        .append("entries", batch.entries().stream().map(BatchDocument::write).toList())
        .append("calendar_version", batch.calendarVersion())
        .append("contract_versions", batch.contractVersions())
        .append("reserve_basis_points", batch.reserve().basisPoints())
        .append("reserve_days", batch.reserve().days())
        .append("settlement_currency", batch.payoutTerms().settlementCurrency())
        .append("minimum_payout", batch.payoutTerms().minimum())
        .append("digest", batch.digest());
  }

  static Batch read(Document found) {
    return new Batch(
        found.getString("_id"),
        LocalDate.parse(found.getString("day")),
        new Head(
            found.getString("merchant_id"),
            Mode.of(found.getString("mode")),
            found.getString("currency")),
        found.getLong("lines"),
        new Figures(
            found.getLong("gross"),
            found.getLong("commission"),
            found.getLong("tax"),
            found.getLong("net")),
        new TypeTotals(
            found.getLong("captured_count"),
            found.getLong("captured"),
            found.getLong("voided"),
            found.getLong("refunded"),
            found.getLong("chargebacks")),
        list(found, "dues").stream().map(BatchDocument::due).toList(),
        LocalDate.parse(found.getString("earliest_value_date")),
        list(found, "entries").stream()
            .map(range -> new SeqRange(range.getLong("from"), range.getLong("to")))
            .toList(),
        found.getString("calendar_version"),
        found.getList("contract_versions", Integer.class),
        new ReserveTerms(
            found.getInteger("reserve_basis_points", 0), found.getInteger("reserve_days", 0)),
        terms(found),
        found.getString("digest"));
  }

  /// Those of the newest version.
  private static PayoutTerms terms(Document found) {
    List<Integer> versions = found.getList("contract_versions", Integer.class);
    Long minimum = found.getLong("minimum_payout");
    return versions.isEmpty()
        ? PayoutTerms.NONE
        : new PayoutTerms(
            versions.getLast(),
            found.getString("settlement_currency"),
            minimum == null ? 0 : minimum);
  }

  private static List<Document> list(Document found, String field) {
    return found.getList(field, Document.class);
  }

  private static Document write(Due due) {
    return new Document("value_date", due.valueDate().toString()).append("amount", due.amount());
  }

  private static Due due(Document found) {
    return new Due(LocalDate.parse(found.getString("value_date")), found.getLong("amount"));
  }

  private static Document write(SeqRange range) {
    return new Document("from", range.from()).append("to", range.to());
  }
}
