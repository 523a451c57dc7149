package io.openvpos.fraud.labels.kafka;

import io.openvpos.fraud.Topology;
import io.openvpos.fraud.labels.ChargebackLabels;
import io.openvpos.fraud.labels.ChargebackLabels.Fact;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.Listeners;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.settlement.ChargebackReceived;
import io.openvpos.schemas.settlement.ChargebackReversed;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// `settlement.chargebacks.v1`, keyed by merchant, so that a case's own facts come in their order.
/// A duplicate labels nothing again. An outage of the store or the registry is waited for; what
/// cannot be read goes to the group's dead letters, which nobody replays, because their source
/// carries money: no money depends on a label.
@Component
final class ChargebackListener {

  private final AvroCodec codec;
  private final ChargebackLabels labels;

  ChargebackListener(AvroCodec codec, ChargebackLabels labels) {
    this.codec = codec;
    this.labels = labels;
  }

  @KafkaListener(
      id = Topology.LABELS_GROUP,
      topics = Topology.CHARGEBACKS,
      containerFactory = Listeners.PROJECTION)
  public void heard(ConsumerRecord<String, byte[]> found) {
    switch (codec.decode(found.topic(), found.value())) {
      case ChargebackReceived it ->
          labels.received(
              fact(it.getEnvelope(), it.getChargebackId(), it.getPaymentId(), it.getMode()),
              it.getReason());
      case ChargebackReversed it ->
          labels.reversed(
              fact(it.getEnvelope(), it.getChargebackId(), it.getPaymentId(), it.getMode()));
      default -> {
        // Markers of the day's end.
      }
    }
  }

  private static Fact fact(Envelope envelope, String chargebackId, String paymentId, Mode mode) {
    return new Fact(
        envelope.getEventId(),
        chargebackId,
        paymentId,
        WireMode.read(mode),
        envelope.getOccurredAt());
  }
}
