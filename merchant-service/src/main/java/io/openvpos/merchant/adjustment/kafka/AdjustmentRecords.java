package io.openvpos.merchant.adjustment.kafka;

import io.openvpos.merchant.adjustment.AdjustmentEvents;
import io.openvpos.merchant.adjustment.domain.Adjustment;
import io.openvpos.merchant.adjustment.domain.Booking;
import io.openvpos.merchant.adjustment.domain.Signature;
import io.openvpos.merchant.adjustment.domain.Wanted;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.merchant.AdjustmentApproved;
import java.util.Map;
import org.springframework.stereotype.Component;

/// AdjustmentApproved on `merchant.adjustments.v1`, keyed by merchant.
@Component
final class AdjustmentRecords implements AdjustmentEvents {

  private final AvroCodec codec;

  AdjustmentRecords(AvroCodec codec) {
    this.codec = codec;
  }

  @Override
  public OutboxEntry approved(Adjustment adjustment) {
    byte[] wire = codec.encode(Topics.ADJUSTMENTS, record(adjustment));
    String merchantId = adjustment.wanted().merchantId();
    return new OutboxEntry(
        adjustment.eventId(), Topics.ADJUSTMENTS, null, merchantId, wire, Map.of());
  }

  static AdjustmentApproved record(Adjustment adjustment) {
    Signature decided = adjustment.decided();
    Booking booking = adjustment.booking();
    if (decided == null || booking == null) {
      throw new IllegalStateException("not approved: " + adjustment.id());
    }
    Wanted wanted = adjustment.wanted();
    return AdjustmentApproved.newBuilder()
        .setEnvelope(
            Envelope.newBuilder()
                .setEventId(adjustment.eventId())
                .setOccurredAt(decided.at())
                .setAggregateVersion(adjustment.version())
                .setCorrelationId(adjustment.id())
                .build())
        .setAdjustmentId(adjustment.id())
        .setMerchantId(wanted.merchantId())
        .setMode(WireMode.of(wanted.mode()))
        .setSalesDay(booking.salesDay())
        .setAmount(WireMoney.of(wanted.amount()))
        .setReason(wanted.reason())
        .setKind(wanted.kind().code())
        .setContractVersion(booking.contractVersion())
        .setPaymentId(wanted.paymentId())
        .build();
  }
}
