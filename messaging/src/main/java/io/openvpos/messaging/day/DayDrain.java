package io.openvpos.messaging.day;

import io.openvpos.messaging.task.Tasks;
import io.openvpos.schemas.Topic;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends each requested business day on one topic: waits for this instance's own stamps, for the
/// other instances or five seconds, sends every outbox that anybody left, then writes the markers.
/// Runs again for a day not closed after a restart. Waiting only keeps lateness rare; whatever
/// comes behind a marker is carried over.
public final class DayDrain implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(DayDrain.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /// Five seconds.
  private static final int LOOKS_AT_OTHERS = 50;

  private final BusinessDays days;
  private final OtherInstances others;
  private final Topic topic;
  private final Runnable sendEverything;
  private final DayMarkers markers;
  private final Tasks tasks;
  private final Thread thread;
  private @Nullable LocalDate done;

  public DayDrain(
      BusinessDays days,
      OtherInstances others,
      Topic topic,
      Runnable sendEverything,
      DayMarkers markers) {
    this(days, others, topic, sendEverything, markers, Tasks.system());
  }

  public DayDrain(
      BusinessDays days,
      OtherInstances others,
      Topic topic,
      Runnable sendEverything,
      DayMarkers markers,
      Tasks tasks) {
    this.days = days;
    this.others = others;
    this.topic = topic;
    this.sendEverything = sendEverything;
    this.markers = markers;
    this.tasks = tasks;
    thread = tasks.start("drain-" + topic, this::run);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        LocalDate ending = days.ending(done);
        if (ending == null) {
          tasks.pause(LOOK_AGAIN);
        } else {
          tryDrain(ending);
        }
      }
    } catch (InterruptedException e) {
      LOGGER.debug("{}: no more days are drained here", topic);
    }
  }

  private void tryDrain(LocalDate day) throws InterruptedException {
    try {
      awaitOwnStamps(day);
      others.tellDrained(day);
      awaitOthers(day);
      sendEverything.run();
      markers.write(topic, day);
      done = day;
      LOGGER.info("{}: business day {} has ended", topic, day);
    } catch (RuntimeException e) {
      LOGGER.warn("{}: business day {} is not drained yet", topic, day, e);
      tasks.pause(AFTER_FAILURE);
    }
  }

  private void awaitOwnStamps(LocalDate day) throws InterruptedException {
    while (days.stampsOut(day)) {
      tasks.pause(LOOK_AGAIN);
    }
  }

  private void awaitOthers(LocalDate day) throws InterruptedException {
    for (int look = 0; look < LOOKS_AT_OTHERS && !others.allDrained(day); look++) {
      tasks.pause(LOOK_AGAIN);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
