package io.openvpos.sandbox.simulation.machine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Passes one baton among threads: the one that has it runs, until its next step passes it on to
/// one that the choices name. So real blocking code runs on real threads, and a run is still a
/// function of its choices. Time stands while somebody can run, and jumps to the next sleeper when
/// nobody can.
public final class Scheduler {

  private static final int MAX_STEPS = 400_000;

  private final Choices choices;
  private final long startMillis;
  private final List<Strand> strands = new ArrayList<>();
  private final @Nullable List<String> trace;
  private final CountDownLatch over = new CountDownLatch(1);
  private long millis;
  private int steps;
  private boolean ending;
  private @Nullable Strand current;
  private @Nullable Throwable failure;

  /// @param trace true to keep what every step did
  public Scheduler(Choices choices, Instant start, boolean trace) {
    this.choices = choices;
    this.trace = trace ? new ArrayList<>() : null;
    startMillis = start.toEpochMilli();
    millis = startMillis;
  }

  /// A thread that takes part. It runs while it has the turn.
  private static final class Strand {
    final @Nullable SimulatedProcess process;
    final String name;
    private @Nullable Thread thread;
    private volatile boolean turn;
    private boolean ended;
    private LongSupplier wakeAt = () -> 0;
    private @Nullable BooleanSupplier until;

    Strand(@Nullable SimulatedProcess process, String name) {
      this.process = process;
      this.name = name;
    }

    void awaitTurn() {
      while (!turn) {
        LockSupport.park(this);
      }
      turn = false;
    }

    void give() {
      turn = true;
      LockSupport.unpark(thread);
    }

    boolean doomed() {
      return process != null && !process.alive();
    }
  }

  /// Runs `driver` and all that it starts, until it returns. Null if nothing failed.
  public @Nullable Throwable run(Runnable driver) throws InterruptedException {
    Strand first = new Strand(null, "driver");
    strands.add(first);
    first.thread =
        Thread.ofVirtual()
            .name("driver")
            .unstarted(() -> {
              first.awaitTurn();
              try {
                driver.run();
              } catch (Throwable e) {
                fail(e);
              }
              ending = true;
              end(first);
            });
    current = first;
    first.thread.start();
    first.give();
    over.await();
    return failure;
  }

  public SimulatedProcess process(String name) {
    return new SimulatedProcess(name, this);
  }

  public Choices choices() {
    return choices;
  }

  public int steps() {
    return steps;
  }

  public List<String> trace() {
    return trace == null ? List.of() : trace;
  }

  public long millis() {
    return millis;
  }

  public Clock clock() {
    return new SimulatedClock();
  }

  /// Ends the faults; frozen processes go on.
  public void calmDown() {
    choices.calmDown();
    for (Strand strand : strands) {
      if (strand.process != null) {
        strand.process.thaw();
      }
    }
    note("driver", "no more faults");
  }

  /// Tells the trace.
  public void note(String who, String what, Object... about) {
    if (trace != null) {
      String text = about.length == 0 ? what : what + " " + Arrays.toString(about);
      trace.add(String.format("%7d ms  %-30s %s", millis - startMillis, who, text));
    }
  }

  /// The first failure ends the run.
  void fail(Throwable why) {
    if (failure == null) {
      failure = why;
      note("driver", "FAILED: " + why);
    }
  }

  /// Starts a thread; of no process if `process` is null.
  public BooleanSupplier start(@Nullable SimulatedProcess process, String name, Runnable work) {
    Strand strand = new Strand(process, name);
    strands.add(strand);
    strand.thread = Thread.ofVirtual().name(name).unstarted(() -> live(strand, work));
    strand.thread.start();
    return () -> strand.ended;
  }

  Thread thread(SimulatedProcess process, String name, Runnable work) {
    var _ = start(process, name, work);
    Thread started = strands.getLast().thread;
    if (started == null) {
      throw new IllegalStateException("not started: " + name);
    }
    return started;
  }

  private void live(Strand strand, Runnable work) {
    strand.awaitTurn();
    try {
      if (!ending && !strand.doomed()) {
        work.run();
      }
    } catch (Crash e) {
      note(strand.name, "is gone");
    } catch (Throwable e) {
      fail(e);
    }
    end(strand);
  }

  private void end(Strand strand) {
    strand.ended = true;
    strands.remove(strand);
    if (strands.isEmpty()) {
      over.countDown();
      return;
    }
    Strand next = pick();
    current = next;
    next.give();
  }

  void step(SimulatedProcess process, String what, Object... about) {
    checkAlive(process);
    steps++;
    if (steps > MAX_STEPS) {
      throw new Violation("the run does not end");
    }
    note(running().name, what, about);
    if (choices.strikes(Fault.CRASH)) {
      process.kill();
    } else if (choices.strikes(Fault.FREEZE)) {
      process.freeze(1_000L + 1_000L * choices.upTo(25));
    } else if (choices.strikes(Fault.STALL)) {
      sleep(100L * (1 + choices.upTo(40)));
    }
    pass();
    checkAlive(process);
  }

  /// Waits until the condition holds. Conditions are asked often: they are cheap and change
  /// nothing.
  public void await(BooleanSupplier until) {
    await(until, () -> Long.MAX_VALUE);
  }

  /// The same, and at most for as long.
  public void await(BooleanSupplier until, long wait) {
    long wakeAt = millis + wait;
    await(until, () -> wakeAt);
  }

  /// The same, and at most until a moment that may change.
  void await(BooleanSupplier until, LongSupplier wakeAt) {
    Strand me = running();
    me.until = until;
    me.wakeAt = wakeAt;
    pass();
    me.until = null;
    if (me.doomed() || ending) {
      throw new Crash(me.name);
    }
  }

  public void sleep(long wait) {
    await(() -> false, wait);
  }

  private void checkAlive(SimulatedProcess process) {
    if (!process.alive() || ending) {
      throw new Crash(process.name());
    }
  }

  private Strand running() {
    Strand me = current;
    if (me == null) {
      throw new IllegalStateException("nobody runs");
    }
    return me;
  }

  private void pass() {
    Strand me = running();
    Strand next = pick();
    if (next != me) {
      current = next;
      next.give();
      me.awaitTurn();
    }
  }

  private Strand pick() {
    if (failure != null) {
      ending = true;
    }
    if (ending) {
      return strands.getLast();
    }
    Strand me = current;
    if (me != null && !me.ended && isReady(me) && !me.doomed() && !choices.switchNow()) {
      return me;
    }
    for (Strand strand : strands) {
      if (strand.doomed()) {
        return strand;
      }
    }
    int first = choices.upTo(strands.size());
    while (true) {
      for (int place = 0; place < strands.size(); place++) {
        Strand strand = strands.get((first + place) % strands.size());
        if (isReady(strand)) {
          return strand;
        }
      }
      jump();
    }
  }

  private boolean isReady(Strand strand) {
    if (strand.process != null && strand.process.frozen()) {
      return false;
    }
    BooleanSupplier until = strand.until;
    return until == null || strand.wakeAt.getAsLong() <= millis || until.getAsBoolean();
  }

  /// To the next moment at which somebody wakes or thaws.
  private void jump() {
    long next = Long.MAX_VALUE;
    for (Strand strand : strands) {
      SimulatedProcess process = strand.process;
      long wake =
          process != null && process.frozen() ? process.frozenUntil() : strand.wakeAt.getAsLong();
      next = Math.min(next, wake);
    }
    if (next == Long.MAX_VALUE) {
      fail(new Violation("everybody waits for ever"));
      next = millis;
      ending = true;
      strands.getFirst().until = null;
    }
    millis = next;
  }

  private final class SimulatedClock extends Clock {

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }
  }
}
