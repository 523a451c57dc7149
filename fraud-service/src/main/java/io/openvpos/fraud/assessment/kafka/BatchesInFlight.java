package io.openvpos.fraud.assessment.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Batches that are being stored and answered, in the order they were read, on two virtual threads.
/// What is read while both are busy goes together in one write, so that writes grow with the trade
/// and not their number. Offsets are given out for commit only up to the first batch that is not
/// done. What cannot be stored is tried for ever, with back-off.
final class BatchesInFlight {

  private static final Logger LOGGER = LoggerFactory.getLogger(BatchesInFlight.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private static final int WRITERS = 2;
  private static final int MOST_TOGETHER = 500;

  private record InFlight(Batch batch, CountDownLatch done) {}

  private final Consumer<Batch> delivery;
  private final int most;
  private final ArrayDeque<InFlight> inFlight = new ArrayDeque<>();
  private final Lock lock = new ReentrantLock();

  /// Guarded by the lock, as the number of writers.
  private final ArrayDeque<InFlight> waiting = new ArrayDeque<>();

  private int writers;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean failing;

  /// @param delivery stores and answers; throws where something is not stored
  BatchesInFlight(Consumer<Batch> delivery, int most) {
    this.delivery = delivery;
    this.most = most;
  }

  /// Confined, as [#takeDone], to the reading thread.
  void add(Batch batch) {
    InFlight added = new InFlight(batch, new CountDownLatch(1));
    inFlight.add(added);
    lock.lock();
    try {
      waiting.add(added);
      if (writers == WRITERS) {
        return;
      }
      writers++;
    } finally {
      lock.unlock();
    }
    Thread.ofVirtual().name("assessments").start(this::write);
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

  private void write() {
    List<InFlight> next = takeWaiting();
    while (!next.isEmpty()) {
      deliver(next);
      next = takeWaiting();
    }
  }

  /// What one write takes; with nothing the writer ends.
  private List<InFlight> takeWaiting() {
    List<InFlight> taken = new ArrayList<>();
    lock.lock();
    try {
      int records = 0;
      while (!waiting.isEmpty() && records < MOST_TOGETHER && closed.getCount() > 0) {
        InFlight next = waiting.remove();
        records += next.batch().records();
        taken.add(next);
      }
      if (taken.isEmpty()) {
        writers--;
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void deliver(List<InFlight> taken) {
    Batch together = Batch.together(taken.stream().map(InFlight::batch).toList());
    Optional<Duration> pause = Optional.of(FIRST_PAUSE);
    while (pause.isPresent()) {
      pause = attempt(together, taken, pause.get());
    }
  }

  /// How long to wait before the next attempt; empty when there is none.
  private Optional<Duration> attempt(Batch batch, List<InFlight> taken, Duration pause) {
    try {
      delivery.accept(batch);
      failing = false;
      taken.forEach(each -> each.done().countDown());
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      // Want of memory, too, may pass; a writer that ended would leave its batch for ever.
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
