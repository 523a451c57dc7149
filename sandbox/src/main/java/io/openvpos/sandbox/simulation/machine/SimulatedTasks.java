package io.openvpos.sandbox.simulation.machine;

import io.openvpos.messaging.task.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/// Background work of one process, under the scheduler. A pause takes at least its time and often
/// much longer, as on a busy machine.
public final class SimulatedTasks implements Tasks {

  private static final int SLOWEST = 8;

  private final Scheduler scheduler;
  private final SimulatedProcess process;

  public SimulatedTasks(Scheduler scheduler, SimulatedProcess process) {
    this.scheduler = scheduler;
    this.process = process;
  }

  @Override
  public Thread start(String name, Runnable work) {
    return scheduler.thread(process, process.name() + "/" + name, work);
  }

  @Override
  public Worker worker(String name) {
    SimulatedWorker worker = new SimulatedWorker();
    process.start(name, worker::run);
    return worker;
  }

  @Override
  public void pause(Duration wait) {
    scheduler.sleep(stretched(wait));
  }

  @Override
  public void await(CompletableFuture<?> done) {
    scheduler.await(done::isDone);
  }

  @Override
  public Lock lock() {
    return new SimulatedLock();
  }

  private long stretched(Duration wait) {
    return wait.toMillis() * (1 + process.choices().upTo(SLOWEST));
  }

  private record Waiting(long at, Runnable work) {}

  private final class SimulatedWorker implements Worker {

    private final List<Waiting> waiting = new ArrayList<>();
    private boolean closed;

    void run() {
      while (!closed) {
        Waiting due = takeDue();
        if (due == null) {
          scheduler.await(() -> false, this::nextAt);
        } else {
          due.work().run();
        }
      }
    }

    private @Nullable Waiting takeDue() {
      for (int place = 0; place < waiting.size(); place++) {
        if (waiting.get(place).at() <= scheduler.millis()) {
          return waiting.remove(place);
        }
      }
      return null;
    }

    private long nextAt() {
      long next = Long.MAX_VALUE;
      for (Waiting one : waiting) {
        next = Math.min(next, one.at());
      }
      return next;
    }

    @Override
    public void execute(Runnable work) {
      waiting.add(new Waiting(0, work));
    }

    @Override
    public void after(Duration wait, Runnable work) {
      waiting.add(new Waiting(scheduler.millis() + wait.toMillis(), work));
    }

    @Override
    public void every(Duration first, Duration pause, Runnable work) {
      after(first, () -> repeat(pause, work));
    }

    private void repeat(Duration pause, Runnable work) {
      work.run();
      waiting.add(new Waiting(scheduler.millis() + stretched(pause), () -> repeat(pause, work)));
    }

    @Override
    public boolean finish() {
      close();
      return true;
    }

    @Override
    public void close() {
      closed = true;
      waiting.clear();
    }
  }

  private final class SimulatedLock implements Lock {

    private boolean held;

    @Override
    public void lock() {
      while (!tryLock()) {
        scheduler.await(() -> !held);
      }
    }

    @Override
    public boolean tryLock() {
      boolean free = !held;
      held = true;
      return free;
    }

    @Override
    public void unlock() {
      held = false;
    }

    @Override
    public void lockInterruptibly() {
      lock();
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) {
      return tryLock();
    }

    @Override
    public Condition newCondition() {
      throw new UnsupportedOperationException("nobody needs one");
    }
  }
}
