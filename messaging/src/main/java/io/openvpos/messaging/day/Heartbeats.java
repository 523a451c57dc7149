package io.openvpos.messaging.day;

import io.openvpos.messaging.mongo.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The instances of one service, as they tell of themselves in `heartbeats`. They only avoid double
/// work and lateness; nothing is correct because of them.
///
/// An instance counts as gone when its beat has not changed for a while by this instance's own
/// clock: what the others' clocks say does not matter. One that closes leaves its beat behind, so
/// that another looks for what it may have left unsent.
public final class Heartbeats implements OtherInstances, AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Heartbeats.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  /// After this an instance counts as gone: five missed beats.
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final String instance = UUID.randomUUID().toString();
  private final Documents documents;
  private final Clock clock;
  private final List<Runnable> takeovers = new CopyOnWriteArrayList<>();
  private final Map<String, Seen> seen = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heartbeat").daemon().factory());
  private final ExecutorService takingOver =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("takeover").daemon().factory());
  private volatile @Nullable LocalDate drained;

  /// A beat, and when it was new here.
  private record Seen(Instant beat, long nanos) {}

  public Heartbeats(Documents documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
    beat();
    var _ =
        timer.scheduleWithFixedDelay(
            this::tick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// New with each start.
  public String instance() {
    return instance;
  }

  /// Called once for each other instance that stopped beating, so that somebody finishes its work.
  public void onTakeover(Runnable takeover) {
    takeovers.add(takeover);
  }

  @Override
  public void tellDrained(LocalDate day) {
    drained = day;
    beat();
  }

  @Override
  public boolean allDrained(LocalDate day) {
    return look().stream()
        .filter(this::isFresh)
        .allMatch(one -> {
          String until = one.getString("drained");
          return until != null && !LocalDate.parse(until).isBefore(day);
        });
  }

  private void tick() {
    try {
      beat();
      for (Document other : look()) {
        if (!isFresh(other) && documents.delete(other.getString("_id"))) {
          takingOver.execute(this::takeOver);
        }
      }
    } catch (RuntimeException e) {
      LOGGER.warn("no heartbeat this time", e);
    }
  }

  private List<Document> look() {
    List<Document> beats = documents.findMany(new Document(), new Document(), 0);
    long now = System.nanoTime();
    synchronized (seen) {
      Set<String> there = new HashSet<>();
      for (Document one : beats) {
        Instant beat = one.getDate("at").toInstant();
        there.add(one.getString("_id"));
        seen.compute(
            one.getString("_id"),
            (id, before) ->
                before != null && before.beat().equals(beat) ? before : new Seen(beat, now));
      }
      seen.keySet().retainAll(there);
    }
    return beats;
  }

  private boolean isFresh(Document one) {
    synchronized (seen) {
      Seen last = seen.get(one.getString("_id"));
      return last != null && System.nanoTime() - last.nanos() < FRESH.toNanos();
    }
  }

  private void takeOver() {
    for (Runnable takeover : takeovers) {
      try {
        takeover.run();
      } catch (RuntimeException e) {
        LOGGER.warn("what another instance left is found by the next sweep", e);
      }
    }
  }

  private void beat() {
    LocalDate until = drained;
    documents.upsert(
        instance,
        new Document(
            "$set",
            new Document("at", Date.from(clock.instant()))
                .append("drained", until == null ? null : until.toString())));
  }

  @Override
  public void close() {
    timer.shutdownNow();
    takingOver.shutdownNow();
  }
}
