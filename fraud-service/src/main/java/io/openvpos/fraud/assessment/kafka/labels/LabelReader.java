package io.openvpos.fraud.assessment.kafka.labels;

import io.openvpos.fraud.history.FraudLabel;
import io.openvpos.fraud.history.Keys;
import io.openvpos.fraud.history.LabelTimeline;
import io.openvpos.fraud.history.Refund;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.TopicReader;
import io.openvpos.messaging.kafka.TopicReaders;
import io.openvpos.messaging.kafka.UndecodableRecordException;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.fraud.PaymentLabeled;
import io.openvpos.schemas.fraud.PaymentRefundNoted;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Follows `fraud.labels.v1` from its beginning into the [LabelTimeline].
@Component
public final class LabelReader {

  private static final Logger LOGGER = LoggerFactory.getLogger(LabelReader.class);

  private final AvroCodec codec;
  private final LabelTimeline timeline;
  private final TopicReader reader;

  LabelReader(AvroCodec codec, LabelTimeline timeline, TopicReaders readers) {
    this.codec = codec;
    this.timeline = timeline;
    reader = readers.read("fraud-labels", Topics.LABELS, this::take);
  }

  /// Whether all labels there were at the start are known.
  public boolean caughtUp() {
    return reader.caughtUp();
  }

  private void take(ConsumerRecord<String, byte[]> found) {
    try {
      LabelTimeline.Place place =
          LabelTimeline.Place.of(found.timestamp(), found.partition(), found.offset());
      switch (codec.decode(found.topic(), found.value())) {
        case PaymentLabeled label ->
            timeline.add(place, read(label), label.getEnvelope().getOccurredAt().toEpochMilli());
        case PaymentRefundNoted refund -> timeline.add(place, read(refund));
        default -> LOGGER.error("{}-{} is no label", found.partition(), found.offset());
      }
    } catch (UndecodableRecordException | IllegalStateException e) {
      LOGGER.error("label {}-{} cannot be read", found.partition(), found.offset(), e);
    }
  }

  /// In the names that histories know cards and merchants by.
  private static FraudLabel read(PaymentLabeled label) {
    String world = world(label.getMode());
    return new FraudLabel(
        label.getRequestedAt().toEpochMilli(),
        Keys.of(label.getPaymentId()),
        world + label.getCardFingerprint(),
        world + label.getMerchantId(),
        label.getFraud());
  }

  private static Refund read(PaymentRefundNoted refund) {
    String world = world(refund.getMode());
    String email = refund.getEmail();
    return new Refund(
        Keys.of(refund.getPaymentId()),
        world + refund.getCardFingerprint(),
        email == null ? null : world + email);
  }

  private static String world(Mode mode) {
    return WireMode.read(mode).code() + ":";
  }
}
