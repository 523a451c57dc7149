package io.openvpos.fraud.snapshots;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/// Writes snapshots one after another on a thread of its own: who counts never waits for a disk. A
/// snapshot that cannot be written is logged and counted; the next start is longer, no more.
public final class Snapshots implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Snapshots.class);
  private static final Duration LAST_WRITES = Duration.ofSeconds(5);

  private final @Nullable SnapshotFolder folder;
  private final Duration every;
  private final DataSize piece;
  private final MeterRegistry meters;
  private final ExecutorService writer = Executors.newSingleThreadExecutor(Snapshots::thread);
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final Map<String, Recovery> recoveries = new ConcurrentHashMap<>();

  /// How a partition's state came to be here.
  ///
  /// @param from `standby`, `snapshot` or `log`
  /// @param replayed records read before the first that was answered
  public record Recovery(String from, long replayed, Duration took) {}

  /// @param folder null: none are kept
  /// @param piece how much of a state is copied at a time
  public Snapshots(
      @Nullable SnapshotFolder folder, Duration every, DataSize piece, MeterRegistry meters) {
    this.folder = folder;
    this.every = every;
    this.piece = piece;
    this.meters = meters;
  }

  /// Whether it is time for one.
  ///
  /// @param lastNanos when the one before was taken, by [System#nanoTime]
  public boolean due(String source, long lastNanos) {
    return folder != null
        && System.nanoTime() - lastNanos >= every.toNanos()
        && !waiting.contains(source);
  }

  /// Whether the next of several sources may be taken: half their share of the time after the one
  /// before, so that what taking one costs is spread over the time.
  ///
  /// @param lastNanos when the last of any was taken, by [System#nanoTime]
  public boolean apart(long lastNanos, int sources) {
    return System.nanoTime() - lastNanos >= every.toNanos() / (2L * sources);
  }

  /// How much of a state is copied at a time.
  public DataSize piece() {
    return piece;
  }

  public boolean kept() {
    return folder != null;
  }

  /// How long copying a piece held up whoever counts.
  public void paused(Duration paused) {
    meters.timer("fraud.snapshot.pause").record(paused);
  }

  /// Returns at once.
  ///
  /// @param copy whole by now
  public void write(SnapshotCopy copy) {
    SnapshotFolder into = folder;
    if (into != null && waiting.add(copy.source())) {
      writer.execute(() -> write(into, copy));
    }
  }

  /// See [SnapshotFolder#newest].
  public Optional<Snapshot> newest(String source, String schema, long from, long before) {
    return folder == null ? Optional.empty() : folder.newest(source, schema, from, before);
  }

  public void recovered(String source, Recovery recovery) {
    recoveries.put(source, recovery);
    meters.timer("fraud.recovery", "from", recovery.from()).record(recovery.took());
    LOGGER.info("{} is whole again: {}", source, recovery);
  }

  /// By partition, of those taken since the start.
  public Map<String, Recovery> recoveries() {
    return Map.copyOf(recoveries);
  }

  private void write(SnapshotFolder into, SnapshotCopy copy) {
    long start = System.nanoTime();
    try {
      long bytes = into.write(copy.whole());
      meters.timer("fraud.snapshot.write").record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      meters.summary("fraud.snapshot.bytes").record((double) bytes);
    } catch (RuntimeException e) {
      meters.counter("fraud.snapshot.failures").increment();
      LOGGER.warn("no snapshot of {}", copy.source(), e);
    } finally {
      waiting.remove(copy.source());
    }
  }

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().name("snapshots").daemon().unstarted(work);
  }

  /// Waits a little for what is being written.
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(LAST_WRITES.toMillis(), TimeUnit.MILLISECONDS)) {
        writer.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
