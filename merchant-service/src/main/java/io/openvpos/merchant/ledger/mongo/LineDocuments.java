package io.openvpos.merchant.ledger.mongo;

import io.openvpos.merchant.ledger.domain.journal.Line;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import io.openvpos.merchant.ledger.domain.journal.Settling;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What an entry's document says of a batch line. Entries from before plans and reserves lack their
/// fields, and those from before explanations what the price was looked up by.
final class LineDocuments {

  private LineDocuments() {}

  static Document write(Line line) {
    Settling settling = line.settling();
    return new Document("payment_id", line.paymentId())
        .append("refund_id", line.refundId())
        .append("order_id", line.orderId())
        .append("captured_at", line.capturedAt().toString())
        .append("card_brand", line.cardBrand())
        .append("last4", line.last4())
        .append("installments", line.installments())
        .append("rrn", line.rrn())
        .append("authorization_code", line.authorizationCode())
        .append("value_days", settling.valueDays())
        .append("payout_parts", settling.parts())
        .append("reserve_basis_points", settling.reserveBasisPoints())
        .append("reserve_days", settling.reserveDays())
        .append("settlement_currency", settling.settlementCurrency())
        .append("minimum_payout", settling.minimumPayout())
        .append("card_class", line.cardClass())
        .append("portions", line.portions().stream().map(LineDocuments::portion).toList());
  }

  static @Nullable Line read(@Nullable Document stored) {
    if (stored == null) {
      return null;
    }
    return new Line(
        stored.getString("payment_id"),
        stored.getString("refund_id"),
        stored.getString("order_id"),
        Instant.parse(stored.getString("captured_at")),
        stored.getString("card_brand"),
        stored.getString("last4"),
        stored.getInteger("installments"),
        stored.getString("rrn"),
        stored.getString("authorization_code"),
        new Settling(
            stored.getInteger("value_days"),
            stored.getInteger("payout_parts", 1),
            stored.getInteger("reserve_basis_points", 0),
            stored.getInteger("reserve_days", 0),
            stored.getString("settlement_currency"),
            minimum(stored.getLong("minimum_payout"))),
        stored.getString("card_class"),
        stored.getList("portions", Document.class, List.of()).stream()
            .map(LineDocuments::portion)
            .toList());
  }

  private static long minimum(@Nullable Long stored) {
    return stored == null ? 0 : stored;
  }

  private static Document portion(Portion portion) {
    return new Document("captured", portion.captured())
        .append("contract_version", portion.contractVersion())
        .append("refunded_before", portion.refundedBefore())
        .append("refunded_after", portion.refundedAfter());
  }

  private static Portion portion(Document stored) {
    return new Portion(
        stored.getLong("captured"),
        stored.getInteger("contract_version"),
        stored.getLong("refunded_before"),
        stored.getLong("refunded_after"));
  }
}
