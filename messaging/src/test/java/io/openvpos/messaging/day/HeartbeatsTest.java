package io.openvpos.messaging.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.mongo.MemoryStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final MemoryStore store = new MemoryStore();
  private final Documents documents = Documents.plain(store.database(), "heartbeats");
  private final Heartbeats here = new Heartbeats(documents, Clock.systemUTC());

  @AfterEach
  void stop() {
    here.close();
    store.close();
  }

  @Test
  void aClockThatIsFarAheadMakesNobodyStale() {
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
    try (Heartbeats there = new Heartbeats(documents, ahead)) {
      here.tellDrained(MONDAY);

      assertThat(here.allDrained(MONDAY)).isFalse();
      there.tellDrained(MONDAY);
      assertThat(here.allDrained(MONDAY)).isTrue();
    }
  }

  @Test
  void theWorkOfOneThatClosedIsTakenOver() {
    AtomicInteger takeovers = new AtomicInteger();
    here.onTakeover(takeovers::incrementAndGet);
    Clock standing = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    new Heartbeats(documents, standing).close();

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(takeovers).hasValue(1));
  }

  @Test
  void aTakeoverThatTakesLongDoesNotStopTheBeat() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    here.onTakeover(() -> {
      begun.countDown();
      awaitQuietly(over);
    });
    new Heartbeats(documents, Clock.systemUTC()).close();
    await().atMost(PATIENCE).until(() -> begun.getCount() == 0);

    Instant before = at();

    await().atMost(PATIENCE).until(() -> at().isAfter(before));
    over.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Instant at() {
    return documents.find(here.instance()).orElseThrow().getDate("at").toInstant();
  }
}
