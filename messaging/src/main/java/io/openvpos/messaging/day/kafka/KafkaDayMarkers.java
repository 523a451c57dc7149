package io.openvpos.messaging.day.kafka;

import io.openvpos.messaging.day.DayMarkers;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.schemas.BusinessDayEnded;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topic;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// Markers as records with an explicit partition. The event id names day, topic and partition, so a
/// marker written again is the same fact.
public final class KafkaDayMarkers implements DayMarkers {

  private final AvroCodec codec;
  private final RecordSender sender;
  private final Clock clock;

  public KafkaDayMarkers(AvroCodec codec, RecordSender sender, Clock clock) {
    this.codec = codec;
    this.sender = sender;
    this.clock = clock;
  }

  @Override
  public void write(Topic topic, LocalDate day) {
    CompletableFuture<?>[] sent =
        IntStream.range(0, sender.partitions(topic))
            .mapToObj(partition -> send(topic, day, partition))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(sent).join();
  }

  private CompletableFuture<?> send(Topic topic, LocalDate day, int partition) {
    Envelope envelope =
        Envelope.newBuilder()
            .setEventId("day-ended:" + topic + ":" + partition + ":" + day)
            .setOccurredAt(clock.instant())
            .setAggregateVersion(1)
            .setCorrelationId(day.toString())
            .build();
    BusinessDayEnded marker = new BusinessDayEnded(envelope, day, topic.name(), partition);
    return sender.send(topic, partition, day.toString(), codec.encode(topic, marker), Map.of());
  }
}
