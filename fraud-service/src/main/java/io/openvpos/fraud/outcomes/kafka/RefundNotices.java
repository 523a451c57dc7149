package io.openvpos.fraud.outcomes.kafka;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.outcomes.Outcome;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.fraud.PaymentRefundNoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/// Tells the labels' log which cards had money back, so that the histories of all instances learn
/// of it. A payment without an assessment is in no history: nothing is said of it.
@Component
class RefundNotices {

  private final AvroCodec codec;
  private final Assessments assessments;
  private final RecordSender sender;

  RefundNotices(AvroCodec codec, Assessments assessments, RecordSender sender) {
    this.codec = codec;
    this.assessments = assessments;
    this.sender = sender;
  }

  /// When this returns all refunds among them are on the log. One that is told twice counts once.
  void tell(List<Outcome> told) {
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (Outcome each : told) {
      if (each.kind() == Outcome.Kind.REFUNDED) {
        List<Assessment> judged = assessments.ofPayment(each.of().paymentId());
        if (!judged.isEmpty()) {
          sent.add(send(each, judged.getLast()));
        }
      }
    }
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
  }

  private CompletableFuture<?> send(Outcome refund, Assessment judged) {
    return sender.send(
        Topics.LABELS,
        null,
        judged.cardFingerprint(),
        codec.encode(Topics.LABELS, write(refund, judged)),
        Map.of());
  }

  private static PaymentRefundNoted write(Outcome refund, Assessment judged) {
    PaymentFacts facts = judged.facts();
    return PaymentRefundNoted.newBuilder()
        .setEnvelope(
            Envelope.newBuilder()
                .setEventId(refund.of().paymentId() + ":" + refund.number())
                .setOccurredAt(refund.at())
                .setAggregateVersion(refund.number())
                .build())
        .setPaymentId(refund.of().paymentId())
        .setMerchantId(refund.of().merchantId())
        .setMode(WireMode.of(refund.of().mode()))
        .setCardFingerprint(judged.cardFingerprint())
        .setEmail(facts == null || facts.email().isEmpty() ? null : facts.email())
        .setRequestedAt(judged.requestedAt())
        .build();
  }
}
