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

/// Writes snapshots one after another on a thread of its own: who counts never waits for a disk. A
/// snapshot that cannot be written is logged and counted; the next start is longer, no more.
public final class Snapshots implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Snapshots.class);
  private static final Duration LAST_WRITES = Duration.ofSeconds(5);

  private final @Nullable SnapshotFolder folder;
  private final Duration every;
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
  public Snapshots(@Nullable SnapshotFolder folder, Duration every, MeterRegistry meters) {
    this.folder = folder;
    this.every = every;
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
  /// before. Taking one holds up all that are counted on the same thread.
  ///
  /// @param lastNanos when the last of any was taken, by [System#nanoTime]
  public boolean apart(long lastNanos, int sources) {
    return System.nanoTime() - lastNanos >= every.toNanos() / (2L * sources);
  }

  public boolean kept() {
    return folder != null;
  }

  /// Returns at once.
  ///
  /// @param paused how long taking it held up whoever counts
  public void write(Snapshot snapshot, Duration paused) {
    SnapshotFolder into = folder;
    if (into == null || !waiting.add(snapshot.source())) {
      return;
    }
    meters.timer("fraud.snapshot.pause").record(paused);
    writer.execute(() -> write(into, snapshot));
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

  private void write(SnapshotFolder into, Snapshot snapshot) {
    long start = System.nanoTime();
    try {
      long bytes = into.write(snapshot);
      meters.timer("fraud.snapshot.write").record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      meters.summary("fraud.snapshot.bytes").record((double) bytes);
    } catch (RuntimeException e) {
      meters.counter("fraud.snapshot.failures").increment();
      LOGGER.warn("no snapshot of {}", snapshot.source(), e);
    } finally {
      waiting.remove(snapshot.source());
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
