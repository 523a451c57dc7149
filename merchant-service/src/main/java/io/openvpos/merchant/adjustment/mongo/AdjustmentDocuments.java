package io.openvpos.merchant.adjustment.mongo;

import io.openvpos.merchant.adjustment.domain.Adjustment;
import io.openvpos.merchant.adjustment.domain.AdjustmentKind;
import io.openvpos.merchant.adjustment.domain.AdjustmentStatus;
import io.openvpos.merchant.adjustment.domain.Booking;
import io.openvpos.merchant.adjustment.domain.Signature;
import io.openvpos.merchant.adjustment.domain.Wanted;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.LocalDate;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An adjustment as a document.
final class AdjustmentDocuments {

  private AdjustmentDocuments() {}

  /// Everything but the id, the version and the outbox.
  static Document state(Adjustment adjustment) {
    Wanted wanted = adjustment.wanted();
    Signature decided = adjustment.decided();
    Booking booking = adjustment.booking();
    return new Document("merchant_id", wanted.merchantId())
        .append("mode", wanted.mode().code())
        .append("currency", wanted.amount().currency().getCurrencyCode())
        .append("amount", wanted.amount().minorUnits())
        .append("kind", wanted.kind().code())
        .append("reason", wanted.reason())
        .append("payment_id", wanted.paymentId())
        .append("asked_by", adjustment.asked().subject())
        .append("asked_at", Date.from(adjustment.asked().at()))
        .append("status", adjustment.status().code())
        .append("decided_by", decided == null ? null : decided.subject())
        .append("decided_at", decided == null ? null : Date.from(decided.at()))
        .append("sales_day", booking == null ? null : booking.salesDay().toString())
        .append("contract_version", booking == null ? null : booking.contractVersion());
  }

  static Adjustment read(Document stored) {
    Money amount = Money.of(stored.getLong("amount"), stored.getString("currency"));
    return new Adjustment(
        stored.getString("_id"),
        stored.getLong("version"),
        new Wanted(
            stored.getString("merchant_id"),
            Mode.of(stored.getString("mode")),
            amount,
            AdjustmentKind.of(stored.getString("kind")).orElseThrow(),
            stored.getString("reason"),
            stored.getString("payment_id")),
        AdjustmentStatus.of(stored.getString("status")).orElseThrow(),
        new Signature(stored.getString("asked_by"), stored.getDate("asked_at").toInstant()),
        decided(stored),
        booking(stored));
  }

  private static @Nullable Signature decided(Document stored) {
    String by = stored.getString("decided_by");
    return by == null ? null : new Signature(by, stored.getDate("decided_at").toInstant());
  }

  private static @Nullable Booking booking(Document stored) {
    String day = stored.getString("sales_day");
    return day == null
        ? null
        : new Booking(LocalDate.parse(day), stored.getInteger("contract_version"));
  }
}
