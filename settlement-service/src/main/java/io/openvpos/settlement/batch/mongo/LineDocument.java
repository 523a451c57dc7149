package io.openvpos.settlement.batch.mongo;

import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Detail;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A line as a document: how it stood in pages from before blocks, and how who looks at the store
/// from outside is shown it.
final class LineDocument {

  private LineDocument() {}

  static Document write(Line line) {
    Detail detail = line.detail();
    Document document = facts(line, detail);
    // Most lines have neither: a million of them a day are smaller without.
    if (detail.payoutTerms().settlementCurrency() != null) {
      document.append("settlement_currency", detail.payoutTerms().settlementCurrency());
    }
    if (detail.payoutTerms().minimum() > 0) {
      document.append("minimum_payout", detail.payoutTerms().minimum());
    }
    return document;
  }

  private static Document facts(Line line, Detail detail) {
    return new Document("_id", line.id())
        .append("head", line.head().id())
        .append("seq", line.seq())
        .append("batch_id", line.batchId())
        .append("entry_id", line.entryId())
        .append("type", line.type().code())
        .append("source_topic", line.source().topic())
        .append("source_partition", line.source().partition())
        .append("sales_day", line.salesDay().toString())
        .append("carried_over_from", text(line.carriedOverFrom()))
        .append("contract_version", line.contractVersion())
        .append("gross", line.figures().gross())
        .append("commission", line.figures().commission())
        .append("tax", line.figures().tax())
        .append("net", line.figures().net())
        .append("debits", line.debits())
        .append("payment_id", detail.paymentId())
        .append("refund_id", detail.refundId())
        .append("order_id", detail.orderId())
        .append("captured_at", detail.capturedAt() == null ? null : Date.from(detail.capturedAt()))
        .append("card_brand", detail.cardBrand())
        .append("last4", detail.last4())
        .append("installments", detail.installments())
        .append("rrn", detail.rrn())
        .append("authorization_code", detail.authorizationCode())
        .append("value_days", detail.valueDays())
        .append("parts", detail.parts())
        .append("reserve_basis_points", detail.reserve().basisPoints())
        .append("reserve_days", detail.reserve().days())
        .append("card_class", detail.cardClass())
        .append("hash", line.hash())
        .append("known_at", line.knownAt() == null ? null : Date.from(line.knownAt()));
  }

  static Line read(Document found) {
    return new Line(
        Head.of(found.getString("head")),
        found.getLong("seq"),
        found.getString("entry_id"),
        LineType.of(found.getString("type")).orElseThrow(),
        new Source(found.getString("source_topic"), found.getInteger("source_partition")),
        LocalDate.parse(found.getString("sales_day")),
        date(found.getString("carried_over_from")),
        found.getInteger("contract_version"),
        new Figures(
            found.getLong("gross"),
            found.getLong("commission"),
            found.getLong("tax"),
            found.getLong("net")),
        found.getLong("debits"),
        detail(found),
        found.getString("hash"),
        instant(found.getDate("known_at")));
  }

  private static Detail detail(Document found) {
    return new Detail(
        found.getString("payment_id"),
        found.getString("refund_id"),
        found.getString("order_id"),
        instant(found.getDate("captured_at")),
        found.getString("card_brand"),
        found.getString("last4"),
        found.getInteger("installments"),
        found.getString("rrn"),
        found.getString("authorization_code"),
        found.getInteger("value_days"),
        found.getInteger("parts", 1),
        new ReserveTerms(
            found.getInteger("reserve_basis_points", 0), found.getInteger("reserve_days", 0)),
        found.getString("card_class"),
        terms(found));
  }

  private static PayoutTerms terms(Document found) {
    Long minimum = found.getLong("minimum_payout");
    return new PayoutTerms(
        0, found.getString("settlement_currency"), minimum == null ? 0 : minimum);
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
