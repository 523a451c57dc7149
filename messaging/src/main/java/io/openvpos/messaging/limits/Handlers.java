package io.openvpos.messaging.limits;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/// Runs the controllers' methods, each on a virtual thread of its own, and knows how many run. A
/// client that gives up ends its request but not the method, which may wait for the store still: so
/// the methods are what is counted. As a bean it takes the place of Boot's own executor, which
/// would otherwise run them uncounted.
final class Handlers implements AsyncTaskExecutor {

  private final SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("handler-");
  private final AtomicInteger running = new AtomicInteger();

  Handlers() {
    threads.setVirtualThreads(true);
  }

  @Override
  public void execute(Runnable handler) {
    running.incrementAndGet();
    try {
      threads.execute(() -> {
        try {
          handler.run();
        } finally {
          running.decrementAndGet();
        }
      });
    } catch (RuntimeException e) {
      running.decrementAndGet();
      throw e;
    }
  }

  int running() {
    return running.get();
  }
}
