package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.snapshots.SnapshotCopy;
import io.openvpos.fraud.snapshots.Snapshots;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Snapshots of the partitions of one instance, one after another and some time apart, each copied
/// piece by piece between polls: no question waits for more than a piece.
///
/// Confined to the thread that polls.
final class SnapshotTurns {

  private final Snapshots snapshots;
  private final String schema;
  private @Nullable AskedPartition inTurn;
  private long beganAtNanos = System.nanoTime();

  /// @param schema of the state's bytes
  SnapshotTurns(Snapshots snapshots, String schema) {
    this.snapshots = snapshots;
    this.schema = schema;
  }

  /// Copies one piece more, if it is time for one.
  void goOn(Collection<AskedPartition> owned) {
    AskedPartition next = inTurn == null ? next(owned) : inTurn;
    if (next != null) {
      inTurn = next;
      copy(next, snapshots.piece().toBytes());
    }
  }

  /// All of it as it stands now, before the partition is given up.
  void takeWhole(AskedPartition asked) {
    giveUp(asked);
    if (snapshots.kept() && asked.beginSnapshot(schema)) {
      copy(asked, Long.MAX_VALUE);
    }
  }

  /// Its state is not this instance's any longer.
  void giveUp(AskedPartition asked) {
    asked.endSnapshot();
    inTurn = asked.equals(inTurn) ? null : inTurn;
  }

  private @Nullable AskedPartition next(Collection<AskedPartition> owned) {
    if (!snapshots.apart(beganAtNanos, Math.max(1, owned.size()))) {
      return null;
    }
    for (AskedPartition asked : owned) {
      if (snapshots.due(asked.source(), asked.snapshotAtNanos()) && asked.beginSnapshot(schema)) {
        beganAtNanos = System.nanoTime();
        return asked;
      }
    }
    return null;
  }

  private void copy(AskedPartition asked, long bytes) {
    long start = System.nanoTime();
    SnapshotCopy whole = asked.copyOn(bytes);
    snapshots.paused(Duration.ofNanos(System.nanoTime() - start));
    if (whole != null) {
      snapshots.write(whole);
      giveUp(asked);
    }
  }
}
