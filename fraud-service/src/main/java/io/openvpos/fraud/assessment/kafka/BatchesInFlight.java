package io.openvpos.fraud.assessment.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Batches that are being stored and answered, in the order they were read, each on a virtual
/// thread of its own: a slow write holds up its own batch only, and offsets are given out for
/// commit only up to the first batch that is not done. A batch that cannot be stored is tried for
/// ever, with back-off.
final class BatchesInFlight {

  private static final Logger LOGGER = LoggerFactory.getLogger(BatchesInFlight.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private record InFlight(Batch batch, CountDownLatch done) {}

  private final AnswerSender sender;
  private final int most;
  private final ArrayDeque<InFlight> inFlight = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean failing;

  BatchesInFlight(AnswerSender sender, int most) {
    this.sender = sender;
    this.most = most;
  }

  /// Confined, as [#takeDone], to the reading thread.
  void add(Batch batch) {
    InFlight added = new InFlight(batch, new CountDownLatch(1));
    inFlight.add(added);
    Thread.ofVirtual().name("assessments").start(() -> deliver(added));
  }

  boolean full() {
    return inFlight.size() >= most;
  }

  /// The offsets that became committable since the last call.
  Map<TopicPartition, OffsetAndMetadata> takeDone() {
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    while (!inFlight.isEmpty() && inFlight.element().done().getCount() == 0) {
      done.putAll(inFlight.remove().batch().next());
    }
    return done;
  }

  /// Whether the last attempt to store a batch failed.
  boolean failing() {
    return failing;
  }

  /// Waits for what is in flight, then gives up what does not end.
  void close(Duration patience) {
    await(patience);
    closed.countDown();
  }

  /// Waits for what is in flight, but no longer than `patience`.
  void await(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      for (InFlight each : inFlight) {
        if (!each.done().await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(InFlight each) {
    Optional<Duration> pause = Optional.of(FIRST_PAUSE);
    while (pause.isPresent()) {
      pause = attempt(each, pause.get());
    }
  }

  /// How long to wait before the next attempt; empty when there is none.
  private Optional<Duration> attempt(InFlight each, Duration pause) {
    try {
      sender.deliver(each.batch());
      failing = false;
      each.done().countDown();
      return Optional.empty();
    } catch (RuntimeException e) {
      failing = true;
      LOGGER.warn("assessments are not stored; next attempt in {}", pause, e);
    }
    return closedWithin(pause)
        ? Optional.empty()
        : Optional.of(pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause);
  }

  private boolean closedWithin(Duration pause) {
    try {
      return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
