package io.openvpos.sandbox.bench;

import io.openvpos.sandbox.client.NoAnswerException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Sends arrivals when they are due, on a virtual thread each, and never waits for an answer before
/// the next. An arrival that finds no room in flight is counted as an error.
final class OpenLoop {

  private final int mostInFlight;

  OpenLoop(int mostInFlight) {
    this.mostInFlight = mostInFlight;
  }

  /// Returns once every arrival was answered or given up.
  ///
  /// @param source makes the next arrival; asked in order, by one thread
  LoadResult run(ArrivalSchedule schedule, Supplier<Arrival> source) {
    Semaphore room = new Semaphore(mostInFlight);
    ProcessorTime processor = ProcessorTime.start();
    long start = System.nanoTime();
    Measurement measured = new Measurement(start + schedule.length().toNanos());
    double cores;
    try (ExecutorService shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < schedule.arrivals(); i++) {
        Arrival arrival = source.get();
        long due = start + schedule.dueNanos(i);
        parkUntil(due);
        if (room.tryAcquire()) {
          measured.started(due, System.nanoTime());
          shoppers.execute(() -> {
            Outcome outcome = outcome(arrival);
            measured.answered(due, System.nanoTime(), outcome);
            room.release();
          });
        } else {
          measured.notStarted();
        }
      }
      cores = processor.cores();
    }
    return LoadResult.of(schedule, measured, cores);
  }

  private static Outcome outcome(Arrival arrival) {
    try {
      return arrival.send();
    } catch (NoAnswerException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Outcome.failed("no answer: " + cause.getClass().getSimpleName());
    } catch (RuntimeException e) {
      return Outcome.failed("broken: " + e.getClass().getSimpleName());
    }
  }

  private static void parkUntil(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - System.nanoTime();
    }
  }
}
