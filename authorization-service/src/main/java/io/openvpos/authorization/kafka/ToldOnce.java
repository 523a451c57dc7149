package io.openvpos.authorization.kafka;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes to `authorization.replays.v1`, keyed by merchant, that a merchant's integration has shown
/// one thing: once for each merchant that this instance has seen. Sent and forgotten: a lost one is
/// told by the next time that it is shown.
public final class ToldOnce {

  private static final Logger LOGGER = LoggerFactory.getLogger(ToldOnce.class);

  /// More shops than are being integrated at a time; past it, what was told is told again.
  private static final int REMEMBERED = 10_000;

  private final String what;
  private final AvroCodec codec;
  private final RecordSender sender;
  private final Clock clock;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /// @param what is shown, as event ids name it
  public ToldOnce(String what, AvroCodec codec, RecordSender sender, Clock clock) {
    this.what = what;
    this.codec = codec;
    this.sender = sender;
    this.clock = clock;
  }

  /// Never fails and never waits.
  public void tell(String merchantId, Function<Envelope, SpecificRecord> record) {
    if (told.size() >= REMEMBERED) {
      told.clear();
    }
    if (!told.add(merchantId)) {
      return;
    }
    try {
      byte[] wire = codec.encode(Topics.REPLAYS, record.apply(envelope(merchantId)));
      var _ =
          sender
              .send(Topics.REPLAYS, null, merchantId, wire, Map.of())
              .whenComplete((_, failure) -> {
                if (failure != null) {
                  untold(merchantId, failure);
                }
              });
    } catch (KafkaException registryAway) {
      untold(merchantId, registryAway);
    }
  }

  private void untold(String merchantId, Throwable why) {
    told.remove(merchantId);
    LOGGER.warn("{} was not told: {}", what, why.toString());
  }

  private Envelope envelope(String merchantId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return Envelope.newBuilder()
        .setEventId(merchantId + ":" + what + ":" + now)
        .setOccurredAt(now)
        .setAggregateVersion(1)
        .setCorrelationId(merchantId)
        .build();
  }
}
