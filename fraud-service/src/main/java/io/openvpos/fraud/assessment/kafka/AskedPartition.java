package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.Assessor;
import io.openvpos.fraud.snapshots.SnapshotCopy;
import io.openvpos.fraud.snapshots.Snapshots.Recovery;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// A partition of risk checks that this instance owns, and how far it has been counted. Confined to
/// the thread that polls.
final class AskedPartition {

  private final TopicPartition partition;
  private final CountedState state;
  private final ReplayPoint.Span span;
  private final String from;
  private final long takenAtNanos;
  private long replayed;
  private boolean recovered;
  private @Nullable SnapshotCopy copy;
  private long snapshotAtNanos = System.nanoTime();

  /// @param takenAtNanos when the partition was assigned, by [System#nanoTime]
  AskedPartition(
      TopicPartition partition, Beginnings.Begun begun, ReplayPoint.Span span, long takenAtNanos) {
    this.partition = partition;
    this.state = begun.state();
    this.from = begun.from();
    this.span = span;
    this.takenAtNanos = takenAtNanos;
  }

  /// The partition, as snapshots name it.
  String source() {
    return partition.toString();
  }

  CountedState state() {
    return state;
  }

  Assessor assessor() {
    return state.assessor();
  }

  ReplayPoint.Span span() {
    return span;
  }

  /// Those before only rebuild the state.
  boolean answers(long offset) {
    return offset >= span.answerFrom();
  }

  void counted(ConsumerRecord<String, byte[]> record) {
    state.counted(record);
    replayed += answers(record.offset()) ? 0 : 1;
  }

  /// Once: when everything before the first question to be answered is in the state.
  @Nullable Recovery recoveredAt(long position) {
    if (recovered || !answers(position)) {
      return null;
    }
    recovered = true;
    return new Recovery(from, replayed, Duration.ofNanos(System.nanoTime() - takenAtNanos));
  }

  /// When the last one became whole, by [System#nanoTime].
  long snapshotAtNanos() {
    return snapshotAtNanos;
  }

  /// False where nothing was counted since the last one, or where the state is not whole yet.
  boolean beginSnapshot(String schema) {
    copy = recovered ? state.beginSnapshot(partition, schema) : null;
    return copy != null;
  }

  /// The snapshot that was begun, once it is whole.
  ///
  /// @param bytes how much of it is copied now
  @Nullable SnapshotCopy copyOn(long bytes) {
    if (copy == null || !copy.state().goOn(bytes)) {
      return null;
    }
    state.saved(copy);
    snapshotAtNanos = System.nanoTime();
    return copy;
  }

  /// If it is not whole it never will be.
  void endSnapshot() {
    if (copy != null) {
      copy.state().giveUp();
      copy = null;
    }
  }

  /// All of it at once. No snapshot may be under way.
  OwnedStates.Copied copy(boolean answering) {
    long offset = state.offset();
    return new OwnedStates.Copied(offset < 0 ? null : offset, answering, state.bytes());
  }
}
