package io.openvpos.messaging.day;

import io.openvpos.schemas.Topic;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends each requested business day on one topic: waits for this instance's own stamps, for the
/// other instances or five seconds, sends every outbox that anybody left, then writes the markers.
/// Runs again for a day not closed after a restart. Waiting only keeps lateness rare; whatever
/// comes behind a marker is carried over.
public final class DayDrain implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(DayDrain.class);
  private static final Duration OTHERS = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final BusinessDays days;
  private final Heartbeats heartbeats;
  private final Topic topic;
  private final Runnable sendEverything;
  private final DayMarkers markers;
  private final Thread thread;
  private @Nullable LocalDate done;

  public DayDrain(
      BusinessDays days,
      Heartbeats heartbeats,
      Topic topic,
      Runnable sendEverything,
      DayMarkers markers) {
    this.days = days;
    this.heartbeats = heartbeats;
    this.topic = topic;
    this.sendEverything = sendEverything;
    this.markers = markers;
    thread = Thread.ofPlatform().name("drain-" + topic).daemon().start(this::run);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        LocalDate ending = days.awaitEnding(done, 1_000);
        if (ending != null) {
          tryDrain(ending);
        }
      }
    } catch (InterruptedException e) {
      LOGGER.debug("{}: no more days are drained here", topic);
    }
  }

  private void tryDrain(LocalDate day) throws InterruptedException {
    try {
      days.awaitReleased(day);
      heartbeats.drained(day);
      awaitOthers(day);
      sendEverything.run();
      markers.write(topic, day);
      done = day;
      LOGGER.info("{}: business day {} has ended", topic, day);
    } catch (RuntimeException e) {
      LOGGER.warn("{}: business day {} is not drained yet", topic, day, e);
      TimeUnit.NANOSECONDS.sleep(AFTER_FAILURE.toNanos());
    }
  }

  private void awaitOthers(LocalDate day) throws InterruptedException {
    long until = System.nanoTime() + OTHERS.toNanos();
    while (!heartbeats.allDrained(day) && System.nanoTime() < until) {
      TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
