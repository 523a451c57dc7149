package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.Assessor;
import io.openvpos.fraud.snapshots.RecordMark;
import io.openvpos.fraud.snapshots.Snapshot;
import io.openvpos.fraud.snapshots.SnapshotCopy;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// The state of a partition and the record of its log that was counted last. It is a function of
/// the log up to that record, whoever counted.
///
/// Confined to whoever counts; handed on by [#toBeChecked], to one other at a time.
final class CountedState {

  private static final long NONE = -1;

  private final Assessor assessor;
  private final long readFrom;
  private long offset;
  private long mark;
  private long savedOffset;
  private boolean unchecked;

  private CountedState(Assessor assessor, long readFrom, long offset, long mark, long savedOffset) {
    this.assessor = assessor;
    this.readFrom = readFrom;
    this.offset = offset;
    this.mark = mark;
    this.savedOffset = savedOffset;
    unchecked = offset != NONE;
  }

  /// One without a past.
  ///
  /// @param readFrom where its log begins for it
  static CountedState without(Assessor assessor, long readFrom) {
    return new CountedState(assessor, readFrom, NONE, 0, NONE);
  }

  /// @param assessor restored from `snapshot`
  static CountedState of(Assessor assessor, Snapshot snapshot) {
    long offset = snapshot.offset();
    return new CountedState(assessor, offset, offset, snapshot.recordMark(), offset);
  }

  /// The same for another, who compares it with the log once more before counting on. This one is
  /// of no use any longer.
  CountedState toBeChecked() {
    return new CountedState(assessor, readFrom, offset, mark, savedOffset);
  }

  Assessor assessor() {
    return assessor;
  }

  /// Of the last record in it; −1 before the first.
  long offset() {
    return offset;
  }

  /// Of the first record that is not in it.
  long next() {
    return offset == NONE ? readFrom : offset + 1;
  }

  /// Where reading goes on: at the last record in it, which is compared once more.
  long resumesAt() {
    return offset == NONE ? readFrom : offset;
  }

  /// Whether the log still is what was counted, by the first record that comes: after a hand-over
  /// that must be the last one counted.
  boolean continuesIn(ConsumerRecord<String, byte[]> first) {
    if (unchecked && (first.offset() != offset || mark(first) != mark)) {
      return false;
    }
    unchecked = false;
    return true;
  }

  /// Whether the record is in the state already.
  boolean knows(ConsumerRecord<String, byte[]> record) {
    return record.offset() <= offset;
  }

  boolean isChecked() {
    return !unchecked;
  }

  /// After the record was counted.
  void counted(ConsumerRecord<String, byte[]> record) {
    offset = record.offset();
    mark = mark(record);
  }

  /// Begins one of what was counted until now. Nothing where nothing was counted since the last
  /// one.
  @Nullable SnapshotCopy beginSnapshot(TopicPartition partition, String schema) {
    return offset <= savedOffset
        ? null
        : new SnapshotCopy(partition.toString(), schema, offset, mark, assessor.copy());
  }

  /// @param whole a snapshot of this state
  void saved(SnapshotCopy whole) {
    savedOffset = whole.offset();
  }

  /// All of it at once. No snapshot may be under way.
  byte[] bytes() {
    return assessor.copy().finish().toBytes();
  }

  private static long mark(ConsumerRecord<String, byte[]> record) {
    return RecordMark.of(record.timestamp(), record.key(), record.value());
  }
}
