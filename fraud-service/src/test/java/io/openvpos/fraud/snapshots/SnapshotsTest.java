package io.openvpos.fraud.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class SnapshotsTest {

  private static final Duration EVERY = Duration.ofHours(8);
  private static final DataSize PIECE = DataSize.ofKilobytes(1);

  /// Four partitions that began together are taken an hour apart, not one after another.
  @Test
  void snapshotsOfSeveralPartitionsAreTakenApart(@TempDir Path place) {
    try (Snapshots snapshots =
        new Snapshots(new SnapshotFolder(place), EVERY, PIECE, new SimpleMeterRegistry())) {
      long now = System.nanoTime();
      assertThat(snapshots.apart(now - Duration.ofMinutes(59).toNanos(), 4)).isFalse();
      assertThat(snapshots.apart(now - Duration.ofMinutes(60).toNanos(), 4)).isTrue();
      assertThat(snapshots.apart(now - Duration.ofMinutes(60).toNanos(), 1)).isFalse();
    }
  }

  @Test
  void eachIsDueByItself(@TempDir Path place) {
    try (Snapshots snapshots =
        new Snapshots(new SnapshotFolder(place), EVERY, PIECE, new SimpleMeterRegistry())) {
      long now = System.nanoTime();
      assertThat(snapshots.due("a", now - Duration.ofHours(7).toNanos())).isFalse();
      assertThat(snapshots.due("a", now - EVERY.toNanos())).isTrue();
    }
  }
}
