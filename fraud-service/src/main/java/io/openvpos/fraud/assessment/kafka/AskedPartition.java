package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.Assessor;
import io.openvpos.fraud.snapshots.RecordMark;
import io.openvpos.fraud.snapshots.Snapshot;
import io.openvpos.fraud.snapshots.Snapshots.Recovery;
import io.openvpos.fraud.state.StateWriter;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// A partition of risk checks that this instance owns, and how far it has been counted. Confined to
/// the thread that polls.
final class AskedPartition {

  private final TopicPartition partition;
  private final Assessor assessor;
  private final ReplayPoint.Span span;
  private final long takenAtNanos = System.nanoTime();
  private final boolean fromSnapshot;
  private final long begunAt;
  private @Nullable Snapshot unchecked;
  private long lastOffset = -1;
  private long lastMark;
  private long replayed;
  private boolean recovered;
  private long snapshotAtNanos = System.nanoTime();
  private long snapshotOffset;

  /// @param begun what `assessor` was restored from; null for one that begins anew
  AskedPartition(
      TopicPartition partition,
      Assessor assessor,
      ReplayPoint.Span span,
      @Nullable Snapshot begun) {
    this.partition = partition;
    this.assessor = assessor;
    this.span = span;
    unchecked = begun;
    fromSnapshot = begun != null;
    begunAt = begun == null ? -1 : begun.offset();
    snapshotOffset = begunAt;
  }

  Assessor assessor() {
    return assessor;
  }

  ReplayPoint.Span span() {
    return span;
  }

  /// Those before only rebuild the state.
  boolean answers(long offset) {
    return offset >= span.answerFrom();
  }

  /// Whether the log still is what the snapshot was taken of: its last record is read once more and
  /// must be the first to come.
  boolean continuesIn(ConsumerRecord<String, byte[]> first) {
    Snapshot begun = unchecked;
    return begun == null || (first.offset() == begun.offset() && mark(first) == begun.recordMark());
  }

  /// Whether the record is in the state already.
  boolean knows(ConsumerRecord<String, byte[]> record) {
    return record.offset() <= Math.max(lastOffset, begunAt);
  }

  void counted(ConsumerRecord<String, byte[]> record) {
    unchecked = null;
    lastOffset = record.offset();
    lastMark = mark(record);
    replayed += answers(record.offset()) ? 0 : 1;
  }

  /// Once: when everything before the first question to be answered is in the state.
  @Nullable Recovery recoveredAt(long position) {
    if (recovered || !answers(position)) {
      return null;
    }
    recovered = true;
    Duration took = Duration.ofNanos(System.nanoTime() - takenAtNanos);
    return new Recovery(fromSnapshot ? "snapshot" : "log", replayed, took);
  }

  long snapshotAtNanos() {
    return snapshotAtNanos;
  }

  /// Nothing where nothing was counted since the last one, or where the state is not whole yet.
  @Nullable Snapshot snapshot(String schema) {
    if (!recovered || lastOffset <= snapshotOffset) {
      return null;
    }
    byte[] state = state();
    snapshotAtNanos = System.nanoTime();
    snapshotOffset = lastOffset;
    return new Snapshot(partition.toString(), schema, lastOffset, lastMark, state);
  }

  OwnedStates.Copied copy(boolean answering) {
    long offset = Math.max(lastOffset, begunAt);
    return new OwnedStates.Copied(offset < 0 ? null : offset, answering, state());
  }

  private byte[] state() {
    StateWriter out = new StateWriter();
    assessor.save(out);
    return out.toBytes();
  }

  private static long mark(ConsumerRecord<String, byte[]> record) {
    return RecordMark.of(record.timestamp(), record.key(), record.value());
  }
}
