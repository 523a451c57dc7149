package io.openvpos.authorization.payment.kafka;

import io.openvpos.authorization.payment.ServedReplays;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.authorization.AnswerReplayed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Writes AnswerReplayed to `authorization.replays.v1`, keyed by merchant, once for each merchant
/// that this instance has seen. Sent and forgotten: a lost one is told by the next replay.
@Component
final class KafkaReplays implements ServedReplays {

  private static final Logger LOGGER = LoggerFactory.getLogger(KafkaReplays.class);

  /// More shops than are being integrated at a time; past it, what was told is told again.
  private static final int REMEMBERED = 10_000;

  private final AvroCodec codec;
  private final RecordSender sender;
  private final Clock clock;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  KafkaReplays(AvroCodec codec, RecordSender sender, Clock clock) {
    this.codec = codec;
    this.sender = sender;
    this.clock = clock;
  }

  @Override
  public void served(String merchantId) {
    if (told.size() >= REMEMBERED) {
      told.clear();
    }
    if (!told.add(merchantId)) {
      return;
    }
    byte[] wire = codec.encode(Topics.REPLAYS, replayed(merchantId));
    var _ =
        sender
            .send(Topics.REPLAYS, null, merchantId, wire, Map.of())
            .whenComplete((_, failure) -> {
              if (failure != null) {
                told.remove(merchantId);
                LOGGER.warn("a replay was not told: {}", failure.toString());
              }
            });
  }

  private AnswerReplayed replayed(String merchantId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return AnswerReplayed.newBuilder()
        .setEnvelope(
            Envelope.newBuilder()
                .setEventId(merchantId + ":replayed:" + now)
                .setOccurredAt(now)
                .setAggregateVersion(1)
                .setCorrelationId(merchantId)
                .build())
        .setMerchantId(merchantId)
        .setMode(Mode.TEST)
        .build();
  }
}
