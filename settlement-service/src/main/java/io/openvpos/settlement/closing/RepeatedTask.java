package io.openvpos.settlement.closing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that is safe to repeat and is repeated: at its pace while it goes well, ever slower while
/// it fails, whatever it fails of. Run by one thread at a time; read by any.
final class RepeatedTask {

  private static final Logger LOGGER = LoggerFactory.getLogger(RepeatedTask.class);

  /// Long enough to spare a broken neighbour, short enough that nobody waits once it is back.
  private static final Duration SLOWEST = Duration.ofSeconds(5);

  /// A store or broker that restarts fails a few times.
  private static final int A_FEW = 5;

  private final String name;
  private final Runnable work;
  private final Duration pause;
  private final AtomicInteger failuresInARow = new AtomicInteger();

  RepeatedTask(String name, Runnable work, Duration pause) {
    this.name = name;
    this.work = work;
    this.pause = pause;
  }

  /// Runs once; returns how long to wait before the next time.
  Duration run() {
    try {
      work.run();
      failuresInARow.set(0);
      return pause;
    } catch (RuntimeException e) {
      Duration wait = failed();
      LOGGER.warn("{}: failed {} times in a row, again in {}", name, failuresInARow(), wait, e);
      return wait;
    } catch (Error e) {
      // Let out, it would end the repetition without a word, and days would close no more.
      Duration wait = failed();
      LOGGER.error("{}: failed {} times in a row, again in {}", name, failuresInARow(), wait, e);
      return wait;
    }
  }

  private Duration failed() {
    return slower(failuresInARow.incrementAndGet());
  }

  int failuresInARow() {
    return failuresInARow.get();
  }

  boolean keepsFailing() {
    return failuresInARow.get() > A_FEW;
  }

  private Duration slower(int failures) {
    Duration wait = pause.multipliedBy(1L << Math.min(failures, 10));
    return wait.compareTo(SLOWEST) > 0 ? SLOWEST : wait;
  }
}
