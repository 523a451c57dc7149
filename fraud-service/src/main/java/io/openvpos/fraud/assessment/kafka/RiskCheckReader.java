package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.Assessor;
import io.openvpos.fraud.assessment.RiskCheck;
import io.openvpos.fraud.assessment.kafka.RiskCheckDecoder.Decoded;
import io.openvpos.fraud.assessment.kafka.labels.LabelReader;
import io.openvpos.fraud.snapshots.Snapshots;
import io.openvpos.fraud.snapshots.Snapshots.Recovery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The partitions of `authorization.risk-checks.v1` that this instance owns; key: card fingerprint,
/// so one instance sees one card's whole history in order. A partition begins with a state that
/// stood by or a snapshot of it, or is first read from as far back as histories go, without
/// answers; it is answered from the committed offset on. A duplicate is answered and not counted;
/// what cannot be read goes to the dead letters.
///
/// Confined to the thread that polls.
final class RiskCheckReader implements ConsumerRebalanceListener {

  private static final Logger LOGGER = LoggerFactory.getLogger(RiskCheckReader.class);

  private final Consumer<String, byte[]> consumer;
  private final Parts parts;
  private final Runnable lastAnswers;
  private final Map<TopicPartition, AskedPartition> partitions = new HashMap<>();
  private final SnapshotTurns snapshots;
  private boolean counting;

  /// @param lastAnswers sees to what is under way before partitions are given up
  RiskCheckReader(Consumer<String, byte[]> consumer, Parts parts, Runnable lastAnswers) {
    this.consumer = consumer;
    this.parts = parts;
    this.lastAnswers = lastAnswers;
    this.snapshots = new SnapshotTurns(parts.snapshots(), parts.beginnings().schema());
  }

  /// What reading partitions takes.
  ///
  /// @param assessors makes a new one, without a history
  @Component
  record Parts(
      RiskCheckDecoder decoder,
      ObjectProvider<Assessor> assessors,
      ReplayPoint replayPoint,
      Beginnings beginnings,
      StandbyStates standby,
      Snapshots snapshots,
      LabelReader labels,
      Rehearsal rehearsal) {}

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    long start = System.nanoTime();
    parts
        .replayPoint()
        .of(consumer, assigned)
        .forEach((partition, span) -> take(partition, span, start));
    parts.standby().owns(partitions.keySet());
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    lastAnswers.run();
    revoked.forEach(partition -> {
      AskedPartition asked = partitions.remove(partition);
      if (asked != null && !counting) {
        snapshots.takeWhole(asked);
        parts.standby().giveUp(partition, asked.state());
      }
    });
  }

  /// Another counts on already.
  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    lost.forEach(partition -> {
      AskedPartition asked = partitions.remove(partition);
      if (asked != null && !counting) {
        snapshots.giveUp(asked);
        parts.standby().giveUp(partition, asked.state());
      }
    });
  }

  boolean owns(TopicPartition partition) {
    return partitions.containsKey(partition);
  }

  /// By number.
  List<TopicPartition> owned() {
    return partitions.keySet().stream()
        .sorted(Comparator.comparingInt(TopicPartition::partition))
        .toList();
  }

  /// Nothing where it is no longer owned.
  Optional<OwnedStates.Copied> copy(TopicPartition partition) {
    AskedPartition asked = partitions.get(partition);
    if (asked == null) {
      return Optional.empty();
    }
    snapshots.giveUp(asked);
    return Optional.of(asked.copy(asked.answers(consumer.position(partition))));
  }

  /// Partitions that are silent yet.
  List<TopicPartition> replaying() {
    return partitions.entrySet().stream()
        .filter(each -> !each.getValue().answers(consumer.position(each.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Notes what has become whole, and copies a piece of a snapshot.
  void settle() {
    partitions.forEach((partition, asked) -> {
      Recovery recovery = asked.recoveredAt(consumer.position(partition));
      if (recovery != null) {
        parts.snapshots().recovered(asked.source(), recovery);
      }
    });
    snapshots.goOn(partitions.values());
  }

  /// At a stop, so that the next start is short.
  void takeSnapshots() {
    partitions.values().forEach(snapshots::takeWhole);
  }

  Batch read(ConsumerRecords<String, byte[]> polled) {
    Map<TopicPartition, List<Decoded>> decoded = decode(polled);
    Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    // Stays where counting fails: a state that has half a record is not handed on.
    counting = true;
    decoded.forEach((partition, records) -> count(partition, records, batch));
    counting = false;
    return batch;
  }

  /// Reads the same records again.
  void rewind(ConsumerRecords<String, byte[]> polled) {
    for (TopicPartition partition : polled.partitions()) {
      if (owns(partition)) {
        consumer.seek(partition, polled.records(partition).getFirst().offset());
      }
    }
  }

  private Map<TopicPartition, List<Decoded>> decode(ConsumerRecords<String, byte[]> polled) {
    Map<TopicPartition, List<Decoded>> decoded = new HashMap<>();
    for (TopicPartition partition : polled.partitions()) {
      if (owns(partition)) {
        decoded.put(partition, parts.decoder().decodeAll(polled.records(partition)));
      }
    }
    return decoded;
  }

  private void take(TopicPartition partition, ReplayPoint.Span span, long atNanos) {
    CountedState warm = parts.standby().take(partition);
    begin(partition, parts.beginnings().begin(partition, span, warm), span, atNanos);
  }

  private void begin(
      TopicPartition partition, Beginnings.Begun begun, ReplayPoint.Span span, long atNanos) {
    consumer.seek(partition, begun.state().resumesAt());
    partitions.put(partition, new AskedPartition(partition, begun, span, atNanos));
    LOGGER.info(
        "{} begins from {}, replays from {} and answers from {}",
        partition,
        begun.from(),
        begun.state().resumesAt(),
        span.answerFrom());
  }

  private void beginAnew(TopicPartition partition, AskedPartition asked) {
    LOGGER.warn("{} is not what its state was taken of: all of it is read", partition);
    snapshots.giveUp(asked);
    ReplayPoint.Span span = asked.span();
    begin(partition, parts.beginnings().fromLog(span), span, System.nanoTime());
  }

  private void count(TopicPartition partition, List<Decoded> records, Batch batch) {
    AskedPartition asked = partitions.get(partition);
    if (asked == null || records.isEmpty()) {
      return;
    }
    if (!asked.state().continuesIn(records.getFirst().record())) {
      beginAnew(partition, asked);
      return;
    }
    records.forEach(each -> count(asked, each, batch));
    long next = records.getLast().record().offset() + 1;
    if (asked.answers(next - 1)) {
      batch.next().put(partition, ReplayPoint.reached(next, asked.assessor().watermark()));
    }
  }

  private static void count(AskedPartition asked, Decoded each, Batch batch) {
    if (asked.state().knows(each.record())) {
      return;
    }
    Optional<RiskCheck> check = each.check();
    if (!asked.answers(each.record().offset())) {
      check.ifPresent(asked.assessor()::replay);
    } else if (check.isPresent()) {
      batch.asked().add(new Asked(check.get(), asked.assessor().assess(check.get())));
    } else {
      batch.unreadable().add(each.record());
    }
    asked.counted(each.record());
  }
}
