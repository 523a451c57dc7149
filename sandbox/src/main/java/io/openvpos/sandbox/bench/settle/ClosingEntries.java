package io.openvpos.sandbox.bench.settle;

import io.openvpos.messaging.avro.AvroDeserializer;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Money;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.merchant.Posting;
import io.openvpos.schemas.settlement.BatchClosed;
import io.openvpos.schemas.settlement.PayoutInstructed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Posts what the close instructs, as the ledger does, until it is closed.
final class ClosingEntries implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(20);
  private static final long ENDS_WITHIN_MILLIS = 10_000;

  private final KafkaConsumer<String, byte[]> consumer;
  private final AvroDeserializer avro = new AvroDeserializer();
  private final LedgerLog log;
  private final Thread thread;
  private volatile boolean over;
  private long seq = 1_000_000_000;

  ClosingEntries(String bootstrapServers, String registryUrl, LedgerLog log) {
    this.log = log;
    avro.configure(Map.of("schema.registry.url", registryUrl, "specific.avro.reader", true), false);
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> all =
        Stream.of(Topics.BATCHES, Topics.PAYOUTS).flatMap(this::partitions).toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
    thread = Thread.ofPlatform().name("closing-entries").daemon().start(this::post);
  }

  private Stream<TopicPartition> partitions(Topic topic) {
    return consumer.partitionsFor(topic.name()).stream()
        .map(info -> new TopicPartition(topic.name(), info.partition()));
  }

  private void post() {
    while (!over) {
      for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
        switch (Objects.requireNonNull(avro.deserialize(found.topic(), found.value()))) {
          case BatchClosed closed ->
              post(
                  found,
                  "batch_close",
                  closed.getEnvelope(),
                  closed.getMode(),
                  closed.getNet(),
                  closed.getSalesDay(),
                  List.of("merchant_pending", "merchant_available"));
          case PayoutInstructed instructed ->
              post(
                  found,
                  "payout_instructed",
                  instructed.getEnvelope(),
                  instructed.getPayout().getMode(),
                  instructed.getPayout().getAmount(),
                  instructed.getPayout().getSalesDay(),
                  List.of("merchant_available", "payout_in_transit"));
          default -> {
            // Nothing of it holds up the close.
          }
        }
      }
    }
    consumer.close();
  }

  /// @param accounts debited and credited with the amount
  private void post(
      ConsumerRecord<String, byte[]> found,
      String type,
      Envelope cause,
      Mode mode,
      Money amount,
      LocalDate day,
      List<String> accounts) {
    String head = found.key() + "|test|" + amount.getCurrency();
    String entry = head + "|" + cause.getEventId();
    log.write(
        found.partition(),
        found.key(),
        new JournalEntryPosted(
            LedgerLog.envelope(entry, cause.getOccurredAt(), ++seq),
            entry,
            head,
            seq,
            found.key(),
            mode,
            amount.getCurrency(),
            type,
            cause.getEventId(),
            found.topic(),
            found.partition(),
            day,
            null,
            null,
            List.of(
                new Posting(accounts.getFirst(), amount.getMinorUnits()),
                new Posting(accounts.getLast(), -amount.getMinorUnits())),
            "",
            "",
            null));
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join(ENDS_WITHIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
