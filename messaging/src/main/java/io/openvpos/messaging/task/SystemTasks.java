package io.openvpos.messaging.task;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Virtual threads for work of its own, a platform thread for each worker.
final class SystemTasks implements Tasks {

  private static final Logger LOGGER = LoggerFactory.getLogger(SystemTasks.class);
  private static final Duration LAST_RUN = Duration.ofSeconds(5);

  @Override
  public Thread start(String name, Runnable work) {
    return Thread.ofVirtual().name(name).start(work);
  }

  @Override
  public Worker worker(String name) {
    return new SystemWorker(name);
  }

  @Override
  public void pause(Duration wait) throws InterruptedException {
    Thread.sleep(wait);
  }

  @Override
  public void await(CompletableFuture<?> done) {
    try {
      var _ = done.join();
    } catch (CompletionException | CancellationException e) {
      LOGGER.trace("what was waited for has failed; whoever asked for it knows", e);
    }
  }

  @Override
  public Lock lock() {
    return new ReentrantLock();
  }

  private static final class SystemWorker implements Worker {

    private final String name;
    private final ScheduledThreadPoolExecutor executor;

    SystemWorker(String name) {
      this.name = name;
      executor =
          new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name(name).daemon().factory());
      executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void execute(Runnable work) {
      after(Duration.ZERO, work);
    }

    @Override
    public void after(Duration wait, Runnable work) {
      try {
        var _ = executor.schedule(logged(work), wait.toNanos(), TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        LOGGER.debug("{} is closed", name, e);
      }
    }

    @Override
    public void every(Duration first, Duration pause, Runnable work) {
      var _ =
          executor.scheduleWithFixedDelay(
              logged(work), first.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// The executor would keep a failure to itself, and repeat the work no more.
    private Runnable logged(Runnable work) {
      return () -> {
        try {
          work.run();
        } catch (RuntimeException | Error e) {
          LOGGER.error("work of {} has failed", name, e);
        }
      };
    }

    @Override
    public boolean finish() {
      executor.shutdown();
      try {
        return executor.awaitTermination(LAST_RUN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void close() {
      var _ = executor.shutdownNow();
    }
  }
}
