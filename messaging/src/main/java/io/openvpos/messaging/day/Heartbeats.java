package io.openvpos.messaging.day;

import io.openvpos.messaging.mongo.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The instances of one service, as they tell of themselves in `heartbeats`. They only avoid double
/// work and lateness; nothing is correct because of them.
public final class Heartbeats implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Heartbeats.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  /// After this an instance counts as gone: five missed beats.
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final String instance = UUID.randomUUID().toString();
  private final Documents documents;
  private final Clock clock;
  private final List<Runnable> takeovers = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heartbeat").daemon().factory());
  private volatile @Nullable LocalDate drained;

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

  /// Tells that no stamp of `day` or before is out here.
  void drained(LocalDate day) {
    drained = day;
    beat();
  }

  /// True if every instance that still beats has drained `day`.
  boolean allDrained(LocalDate day) {
    Instant freshSince = clock.instant().minus(FRESH);
    return documents.findMany(new Document(), new Document(), 0).stream()
        .filter(one -> !one.getDate("at").toInstant().isBefore(freshSince))
        .allMatch(one -> {
          String until = one.getString("drained");
          return until != null && !LocalDate.parse(until).isBefore(day);
        });
  }

  private void tick() {
    try {
      beat();
      Instant freshSince = clock.instant().minus(FRESH);
      for (Document other : documents.findMany(new Document(), new Document(), 0)) {
        boolean stale = other.getDate("at").toInstant().isBefore(freshSince);
        if (stale && documents.delete(other.getString("_id"))) {
          takeovers.forEach(Runnable::run);
        }
      }
    } catch (RuntimeException e) {
      LOGGER.warn("no heartbeat this time", e);
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
    try {
      documents.delete(instance);
    } catch (RuntimeException e) {
      LOGGER.debug("the heartbeat stays until it is stale", e);
    }
  }
}
