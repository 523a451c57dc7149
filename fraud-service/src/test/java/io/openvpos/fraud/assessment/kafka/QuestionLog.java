package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.RiskCheck;
import io.openvpos.money.Money;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.RiskCheckRequested;
import io.openvpos.schemas.authorization.VelocityLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/// One partition of risk checks in memory: its records, where its group stands, and consumers that
/// read it a few records at a time.
final class QuestionLog {

  static final TopicPartition PARTITION = new TopicPartition(Topics.RISK_CHECKS.name(), 0);

  private static final int POLLED = 7;

  final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
  @Nullable OffsetAndMetadata committed;
  boolean away;

  void ask(String card, String payment, Instant at) {
    byte[] value = payment.getBytes(StandardCharsets.UTF_8);
    records.add(
        new ConsumerRecord<>(
            PARTITION.topic(),
            PARTITION.partition(),
            records.size(),
            at.toEpochMilli(),
            TimestampType.LOG_APPEND_TIME,
            card.length(),
            value.length,
            card,
            value,
            new RecordHeaders(),
            Optional.empty()));
  }

  /// What the fake records say; one whose payment is `poison` says nothing.
  static Optional<RiskCheck> meaning(ConsumerRecord<String, byte[]> found) {
    String payment = new String(found.value(), StandardCharsets.UTF_8);
    Instant at = Instant.ofEpochMilli(found.timestamp());
    return payment.equals("poison")
        ? Optional.empty()
        : Optional.of(RiskCheckMapper.read(question(found.key(), payment, at), at));
  }

  private static RiskCheckRequested question(String card, String payment, Instant at) {
    return RiskCheckRequested.newBuilder()
        .setEnvelope(
            Envelope.newBuilder()
                .setEventId(payment)
                .setOccurredAt(at)
                .setAggregateVersion(1)
                .build())
        .setCorrelationId(payment)
        .setPaymentId(payment)
        .setRequestHash("h")
        .setMerchantId("m" + payment.hashCode() % 3)
        .setMode(Mode.TEST)
        .setCardFingerprint(card)
        .setCard(new Card("visa", "41556501", "6111", "credit", "TR", "own_bank"))
        .setAmount(WireMoney.of(Money.of(10_000 + Math.abs(payment.hashCode() % 9_000), "TRY")))
        .setInstallments(1)
        .setVelocityLimits(new VelocityLimits(3, 100, 1_000))
        .setReplyPartition(0)
        .setAnswerBy(at.plusMillis(250))
        .build();
  }

  /// A consumer of this log.
  final class Reader extends MockConsumer<String, byte[]> {

    private long position;

    Reader() {
      super("earliest");
    }

    @Override
    public synchronized void assign(Collection<TopicPartition> partitions) {}

    @Override
    public synchronized void pause(Collection<TopicPartition> partitions) {}

    @Override
    public synchronized void resume(Collection<TopicPartition> partitions) {}

    @Override
    public synchronized void seek(TopicPartition partition, long offset) {
      position = offset;
    }

    @Override
    public synchronized long position(TopicPartition partition) {
      return position;
    }

    /// From the log's beginning where the position is beyond its end.
    @Override
    public synchronized ConsumerRecords<String, byte[]> poll(Duration patience) {
      reach();
      if (position > records.size()) {
        position = 0;
      }
      int end = (int) Math.min(records.size(), position + POLLED);
      List<ConsumerRecord<String, byte[]>> found =
          List.copyOf(records.subList((int) position, end));
      position = end;
      return found.isEmpty()
          ? ConsumerRecords.empty()
          : new ConsumerRecords<>(
              Map.of(PARTITION, found), Map.of(PARTITION, new OffsetAndMetadata(end)));
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndMetadata> committed(
        Set<TopicPartition> partitions) {
      reach();
      Map<TopicPartition, OffsetAndMetadata> stands = new HashMap<>();
      OffsetAndMetadata known = committed;
      if (known != null && partitions.contains(PARTITION)) {
        stands.put(PARTITION, known);
      }
      return stands;
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
      times.forEach((partition, time) ->
          records.stream()
              .filter(each -> each.timestamp() >= time)
              .findFirst()
              .ifPresent(first ->
                  found.put(partition, new OffsetAndTimestamp(first.offset(), first.timestamp()))));
      return found;
    }

    @Override
    public synchronized List<PartitionInfo> partitionsFor(String topic) {
      Node node = new Node(0, "localhost", 1);
      return List.of(new PartitionInfo(topic, 0, node, new Node[] {node}, new Node[] {node}));
    }

    private void reach() {
      if (away) {
        throw new KafkaException("the broker is away");
      }
    }
  }
}
