package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.assessment.Assessor;
import io.openvpos.fraud.assessment.RiskCheck;
import io.openvpos.fraud.assessment.kafka.labels.LabelReader;
import io.openvpos.fraud.history.PaymentHistory;
import io.openvpos.fraud.snapshots.Snapshot;
import io.openvpos.fraud.snapshots.Snapshots;
import io.openvpos.fraud.snapshots.Snapshots.Recovery;
import io.openvpos.fraud.state.UnreadableStateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
/// so one instance sees one card's whole history in order. A partition begins with a snapshot of
/// its state, or is first read from as far back as histories go, without answers; it is answered
/// from the committed offset on. A duplicate is answered and not counted; what cannot be read goes
/// to the dead letters.
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
      Snapshots snapshots,
      LabelReader labels,
      Rehearsal rehearsal,
      FraudSettings settings) {

    /// Of the state's bytes. The cap of attempts is part of it: another gives another state.
    String schema() {
      return settings.maxAttemptsPerCard() + ";" + PaymentHistory.layout();
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    parts.replayPoint().of(consumer, assigned).forEach(this::take);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    revoked.forEach(partition -> {
      AskedPartition asked = partitions.remove(partition);
      if (asked != null) {
        takeSnapshot(asked);
      }
    });
  }

  /// Another counts on already; what is here is of no use to anybody.
  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    lost.forEach(partitions::remove);
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
    return asked == null
        ? Optional.empty()
        : Optional.of(asked.copy(asked.answers(consumer.position(partition))));
  }

  /// Partitions that are silent yet.
  List<TopicPartition> replaying() {
    return partitions.entrySet().stream()
        .filter(each -> !each.getValue().answers(consumer.position(each.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Notes what has become whole, and takes the snapshot of one partition at most: between two
  /// polls nobody waits for more.
  void settle() {
    boolean taken = false;
    for (Map.Entry<TopicPartition, AskedPartition> each : partitions.entrySet()) {
      AskedPartition asked = each.getValue();
      String source = each.getKey().toString();
      Recovery recovery = asked.recoveredAt(consumer.position(each.getKey()));
      if (recovery != null) {
        parts.snapshots().recovered(source, recovery);
      }
      if (!taken && parts.snapshots().due(source, asked.snapshotAtNanos())) {
        taken = takeSnapshot(asked);
      }
    }
  }

  /// At a stop, so that the next start is short.
  void takeSnapshots() {
    partitions.values().forEach(this::takeSnapshot);
  }

  Batch read(ConsumerRecords<String, byte[]> polled) {
    Map<TopicPartition, List<Decoded>> decoded = decode(polled);
    Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    decoded.forEach((partition, records) -> {
      AskedPartition asked = partitions.get(partition);
      if (asked == null || records.isEmpty()) {
        return;
      }
      if (!asked.continuesIn(records.getFirst().record())) {
        beginAnew(partition, asked);
        return;
      }
      records.forEach(each -> count(asked, each, batch));
      long next = records.getLast().record().offset() + 1;
      if (asked.answers(next - 1)) {
        batch.next().put(partition, ReplayPoint.reached(next, asked.assessor().watermark()));
      }
    });
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

  /// A record and what it says; empty for what cannot be read.
  private record Decoded(ConsumerRecord<String, byte[]> record, Optional<RiskCheck> check) {}

  /// All of it before any of it is counted: what fails here is read again, and nothing may be
  /// counted twice.
  private Map<TopicPartition, List<Decoded>> decode(ConsumerRecords<String, byte[]> polled) {
    Map<TopicPartition, List<Decoded>> decoded = new HashMap<>();
    for (TopicPartition partition : polled.partitions()) {
      if (owns(partition)) {
        List<Decoded> records = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> each : polled.records(partition)) {
          records.add(new Decoded(each, parts.decoder().decode(each)));
        }
        decoded.put(partition, records);
      }
    }
    return decoded;
  }

  private void take(TopicPartition partition, ReplayPoint.Span span) {
    AskedPartition asked = taken(partition, span);
    partitions.put(partition, asked);
    LOGGER.info(
        "{} replays from {} and answers from {}",
        partition,
        consumer.position(partition),
        span.answerFrom());
  }

  private AskedPartition taken(TopicPartition partition, ReplayPoint.Span span) {
    Optional<Snapshot> found =
        parts
            .snapshots()
            .newest(partition.toString(), parts.schema(), span.answerFrom())
            .filter(snapshot -> snapshot.offset() >= span.readFrom());
    if (found.isPresent()) {
      try {
        Assessor assessor = parts.assessors().getObject();
        assessor.restore(found.get().state());
        consumer.seek(partition, found.get().offset());
        return new AskedPartition(partition, assessor, span, found.get());
      } catch (UnreadableStateException e) {
        LOGGER.warn("the snapshot of {} at {} is left aside", partition, found.get().offset(), e);
      }
    }
    consumer.seek(partition, span.readFrom());
    return new AskedPartition(partition, parts.assessors().getObject(), span, null);
  }

  private void beginAnew(TopicPartition partition, AskedPartition asked) {
    LOGGER.warn("{} is not what its snapshot was taken of: all of it is read", partition);
    ReplayPoint.Span span = asked.span();
    consumer.seek(partition, span.readFrom());
    partitions.put(
        partition, new AskedPartition(partition, parts.assessors().getObject(), span, null));
  }

  private boolean takeSnapshot(AskedPartition asked) {
    if (!parts.snapshots().kept()) {
      return false;
    }
    long start = System.nanoTime();
    Snapshot snapshot = asked.snapshot(parts.schema());
    if (snapshot == null) {
      return false;
    }
    parts.snapshots().write(snapshot, Duration.ofNanos(System.nanoTime() - start));
    return true;
  }

  private static void count(AskedPartition asked, Decoded each, Batch batch) {
    if (asked.knows(each.record())) {
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
