package io.openvpos.authorization.kafka;

import io.openvpos.schemas.BusinessDayEnded;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.authorization.AnswerReplayed;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentDeclined;
import io.openvpos.schemas.authorization.PaymentExpired;
import io.openvpos.schemas.authorization.PaymentRefunded;
import io.openvpos.schemas.authorization.PaymentReversed;
import io.openvpos.schemas.authorization.PaymentVoided;
import io.openvpos.schemas.authorization.RiskCheckRequested;
import io.openvpos.schemas.authorization.WebhookAccepted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the registry know every schema that this service writes before it takes a request. The
/// serializer asks the registry with the first record of each kind, which is when a sale is being
/// answered: a registry that is away just then would fail an approved sale. What was answered once
/// is kept for ever.
final class WrittenSchemas {

  private static final Logger LOGGER = LoggerFactory.getLogger(WrittenSchemas.class);

  /// More than the fields of any record.
  private static final int ZEROS = 1_024;

  /// One kind of record on one topic.
  record Written(Topic topic, Class<? extends SpecificRecord> type) {}

  static final List<Written> ALL =
      List.of(
          new Written(Topics.RISK_CHECKS, RiskCheckRequested.class),
          new Written(Topics.PAYMENTS, PaymentAuthorized.class),
          new Written(Topics.PAYMENTS, PaymentDeclined.class),
          new Written(Topics.PAYMENTS, PaymentCaptured.class),
          new Written(Topics.PAYMENTS, PaymentVoided.class),
          new Written(Topics.PAYMENTS, PaymentReversed.class),
          new Written(Topics.PAYMENTS, PaymentRefunded.class),
          new Written(Topics.PAYMENTS, PaymentExpired.class),
          new Written(Topics.PAYMENTS, BusinessDayEnded.class),
          new Written(Topics.REPLAYS, AnswerReplayed.class),
          new Written(Topics.REPLAYS, WebhookAccepted.class));

  private final Encoding encoding;
  private final Duration atMost;
  private final Duration pause;

  /// @param atMost how long the registry is waited for
  /// @param pause between two tries
  WrittenSchemas(Encoding encoding, Duration atMost, Duration pause) {
    this.encoding = encoding;
    this.atMost = atMost;
    this.pause = pause;
  }

  /// Writes a record as it goes on the wire, for which its schema must be registered.
  @FunctionalInterface
  interface Encoding {
    byte[] encode(Topic topic, SpecificRecord value);
  }

  /// Returns once all are known. Without them the service does not start.
  void register() throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    for (Written written : ALL) {
      register(written, until);
    }
  }

  private void register(Written written, long until) throws InterruptedException {
    while (true) {
      try {
        byte[] _ = encoding.encode(written.topic(), blank(written.type()));
        return;
      } catch (KafkaException e) {
        if (System.nanoTime() >= until) {
          throw e;
        }
        LOGGER.warn("{} is not registered yet: {}", written.type().getSimpleName(), e.toString());
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      }
    }
  }

  /// Zeros are a value of every schema: no text, no entries, the first of any choice.
  private static SpecificRecord blank(Class<? extends SpecificRecord> type) {
    try {
      SpecificRecord none = null;
      return new SpecificDatumReader<SpecificRecord>(SpecificData.get().getSchema(type))
          .read(none, DecoderFactory.get().binaryDecoder(new byte[ZEROS], null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
