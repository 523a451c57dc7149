package io.openvpos.messaging.task;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Does the same to many things, several at once: for work that mostly waits for the store and
/// whose order does not matter.
public final class Workers {

  private final int atOnce;

  private Workers(int atOnce) {
    this.atOnce = atOnce;
  }

  /// On virtual threads.
  public static Workers atOnce(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one thing at once");
    }
    return new Workers(count);
  }

  /// One after another, on the caller's thread.
  public static Workers inOrder() {
    return new Workers(1);
  }

  /// Returns when all of it is done. The first failure is thrown when what had begun has ended;
  /// what had not begun by then is left out.
  public <T> void each(List<T> things, Consumer<T> work) {
    if (atOnce == 1) {
      things.forEach(work);
      return;
    }
    Semaphore places = new Semaphore(atOnce);
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T thing : things) {
        places.acquireUninterruptibly();
        if (Thread.currentThread().isInterrupted()) {
          failures.add(new IllegalStateException("interrupted before all of it was done"));
        }
        if (!failures.isEmpty()) {
          break;
        }
        threads.execute(() -> {
          try {
            work.accept(thing);
          } catch (RuntimeException | Error e) {
            failures.add(e);
          } finally {
            places.release();
          }
        });
      }
    }
    switch (failures.poll()) {
      case null -> {
        // All of it is done.
      }
      case RuntimeException first -> throw first;
      case Error first -> throw first;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }
}
