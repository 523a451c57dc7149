package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.Assessor;
import io.openvpos.fraud.assessment.RiskCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The partitions of `authorization.risk-checks.v1` that this instance owns; key: card fingerprint,
/// so one instance sees one card's whole history in order. A partition is first read from one day
/// back without answers, which rebuilds its windows, and answered from the committed offset on. A
/// duplicate is answered and not counted; what cannot be read goes to the dead letters.
///
/// Confined to the thread that polls.
final class RiskCheckReader implements ConsumerRebalanceListener {

  private static final Logger LOGGER = LoggerFactory.getLogger(RiskCheckReader.class);

  private final Consumer<String, byte[]> consumer;
  private final Parts parts;
  private final Map<TopicPartition, AskedPartition> partitions = new HashMap<>();

  RiskCheckReader(Consumer<String, byte[]> consumer, Parts parts) {
    this.consumer = consumer;
    this.parts = parts;
  }

  /// What reading partitions takes.
  ///
  /// @param assessors makes a new one, without a history, for each partition taken
  @Component
  record Parts(
      RiskCheckDecoder decoder,
      ObjectProvider<Assessor> assessors,
      ReplayPoint replayPoint,
      Rehearsal rehearsal) {}

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    parts.replayPoint().of(consumer, assigned).forEach(this::take);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    revoked.forEach(partitions::remove);
  }

  boolean owns(TopicPartition partition) {
    return partitions.containsKey(partition);
  }

  /// Partitions that are silent yet.
  List<TopicPartition> replaying() {
    return partitions.entrySet().stream()
        .filter(each -> !each.getValue().answers(consumer.position(each.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  Batch read(ConsumerRecords<String, byte[]> polled) {
    Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    for (TopicPartition partition : polled.partitions()) {
      AskedPartition asked = partitions.get(partition);
      if (asked != null) {
        polled.records(partition).forEach(each -> read(asked, each, batch));
        long next = polled.records(partition).getLast().offset() + 1;
        if (next > asked.answerFrom()) {
          batch.next().put(partition, ReplayPoint.reached(next, asked.assessor().watermark()));
        }
      }
    }
    return batch;
  }

  /// Reads the same records again. Counting them a second time changes nothing.
  void rewind(ConsumerRecords<String, byte[]> polled) {
    for (TopicPartition partition : polled.partitions()) {
      if (owns(partition)) {
        consumer.seek(partition, polled.records(partition).getFirst().offset());
      }
    }
  }

  private void take(TopicPartition partition, ReplayPoint.Span span) {
    consumer.seek(partition, span.readFrom());
    partitions.put(partition, new AskedPartition(parts.assessors().getObject(), span.answerFrom()));
    LOGGER.info(
        "{} replays from {} and answers from {}", partition, span.readFrom(), span.answerFrom());
  }

  private void read(AskedPartition partition, ConsumerRecord<String, byte[]> each, Batch batch) {
    Optional<RiskCheck> check = parts.decoder().decode(each);
    if (!partition.answers(each.offset())) {
      check.ifPresent(partition.assessor()::replay);
    } else if (check.isPresent()) {
      batch.asked().add(new Asked(check.get(), partition.assessor().assess(check.get())));
    } else {
      batch.unreadable().add(each);
    }
  }
}
