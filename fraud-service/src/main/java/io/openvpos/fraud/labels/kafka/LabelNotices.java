package io.openvpos.fraud.labels.kafka;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.labels.Label;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.fraud.PaymentLabeled;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What the labels' log says of a label, so that the histories of all instances learn of it. A
/// payment without an assessment is in no history: nothing is said of it.
@Component
public final class LabelNotices {

  private final AvroCodec codec;
  private final Assessments assessments;

  LabelNotices(AvroCodec codec, Assessments assessments) {
    this.codec = codec;
    this.assessments = assessments;
  }

  public List<OutboxEntry> of(Label label) {
    List<Assessment> judged = assessments.ofPayment(label.paymentId());
    if (judged.isEmpty()) {
      return List.of();
    }
    Assessment newest = judged.getLast();
    PaymentLabeled wire = write(label, newest);
    return List.of(
        new OutboxEntry(
            label.id(),
            Topics.LABELS,
            null,
            newest.cardFingerprint(),
            codec.encode(Topics.LABELS, wire),
            Map.of()));
  }

  private static PaymentLabeled write(Label label, Assessment judged) {
    return PaymentLabeled.newBuilder()
        .setEnvelope(
            Envelope.newBuilder()
                .setEventId(label.id())
                .setOccurredAt(label.knownAt())
                .setAggregateVersion(1)
                .build())
        .setPaymentId(label.paymentId())
        .setMerchantId(judged.merchantId())
        .setMode(WireMode.of(judged.mode()))
        .setCardFingerprint(judged.cardFingerprint())
        .setRequestedAt(judged.requestedAt())
        .setFraud(label.fraud())
        .setSource(label.source())
        .build();
  }
}
