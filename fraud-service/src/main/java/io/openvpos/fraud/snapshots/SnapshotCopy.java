package io.openvpos.fraud.snapshots;

import io.openvpos.fraud.state.StateCopy;

/// A [Snapshot] whose state is being copied yet.
///
/// @param source see [Snapshot#source]
/// @param schema see [Snapshot#schema]
/// @param offset see [Snapshot#offset]
/// @param recordMark see [Snapshot#recordMark]
/// @param state as it stood after that record
public record SnapshotCopy(
    String source, String schema, long offset, long recordMark, StateCopy state) {

  /// Of a state that is whole.
  Snapshot whole() {
    return new Snapshot(source, schema, offset, recordMark, state.toBytes());
  }
}
