package io.openvpos.sandbox.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/// Writes the pages that changed since the last time, so that the log before can go.
///
/// The pages hold where the log goes on from, so pages and place are one. Which pages belong to it
/// is settled while no command is under way; they are written beside the commands that follow, and
/// a page that many commands changed is written once.
final class Checkpoints implements AutoCloseable {

  /// Pages not yet written take up to ten times as much of the heap as their changes of the log.
  private static final long LOG_BYTES =
      Math.clamp(Runtime.getRuntime().maxMemory() / 96, 1L << 20, 32L << 20);

  private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final String PLACE_MAP = "log";
  private static final String FIRST_FILE = "first";

  private final MVStore store;
  private final CommandLog log;
  private final Pace pace = new Pace();
  private final LoggedMap.Builder maps;
  private final MVMap<String, Long> place;
  private final Compaction compaction;
  private final ExecutorService writing =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("store-checkpoint").daemon().factory());
  private volatile boolean underWay;
  private volatile boolean moved;
  private long lastNanos = System.nanoTime();

  Checkpoints(MVStore store, CommandLog log) {
    this.store = store;
    this.log = log;
    this.maps = LoggedMap.builder(log, pace);
    this.place = store.openMap(PLACE_MAP);
    this.compaction = new Compaction(store);
  }

  /// Brings the maps to where the log ends, and begins a new file of it.
  void restore() {
    long newest =
        log.restore(
            place.getOrDefault(FIRST_FILE, 1L), (map, key, value) -> map(map).restore(key, value));
    place.put(FIRST_FILE, newest + 1);
    store.commit();
    log.begin(newest + 1);
    log.deleteBefore(newest + 1);
  }

  private LoggedMap map(int id) {
    String name = store.getMapName(id);
    if (name == null) {
      throw new IllegalStateException("The log names map %d, which is not there.".formatted(id));
    }
    return (LoggedMap) openMap(name);
  }

  MVMap<Object, Object> openMap(String name) {
    return store.openMap(name, maps);
  }

  /// Whether the log has become long or old, or pages have moved; and none are being written.
  boolean due() {
    if (underWay && log.bytes() > LOG_BYTES) {
      pace.hurry();
    }
    return !underWay && (moved || log.bytes() > LOG_BYTES || (log.bytes() > 0 && old()));
  }

  private boolean old() {
    return System.nanoTime() - lastNanos > PERIOD_NANOS;
  }

  /// Settles what the next pages hold: all that commands have changed. No command may be under way.
  void settle() {
    underWay = true;
    moved = false;
    lastNanos = System.nanoTime();
    pace.takeTime();
    place.put(FIRST_FILE, log.number() + 1);
    if (store.tryCommit() < 0) {
      store.commit();
    }
  }

  /// Lets the log go on in a new file and removes the old one once the pages are written.
  void begin() {
    long first = log.number() + 1;
    log.begin(first);
    run(() -> {
      await();
      log.deleteBefore(first);
      moved |= compaction.underLoad();
    });
  }

  private void run(Runnable step) {
    writing.execute(() -> {
      try {
        step.run();
      } finally {
        underWay = false;
      }
    });
  }

  /// Writes the pages now, with all that is in the maps. No command may be under way.
  void writeNow() {
    pace.hurry();
    long first = log.number() + 1;
    place.put(FIRST_FILE, first);
    store.commit();
    await();
    log.begin(first);
    log.deleteBefore(first);
  }

  /// Gives file space back while there is nothing else to do.
  void whenIdle() {
    if (!underWay) {
      underWay = true;
      run(() -> moved |= compaction.whenIdle());
    }
  }

  private void await() {
    store.executeFilestoreOperation(() -> {});
  }

  @Override
  public void close() {
    pace.hurry();
    writing.close();
  }
}
