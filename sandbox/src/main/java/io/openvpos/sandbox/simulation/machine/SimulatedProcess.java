package io.openvpos.sandbox.simulation.machine;

import java.util.ArrayList;
import java.util.List;

/// One incarnation of an instance. Its threads share its fate.
public final class SimulatedProcess {

  private final String name;
  private final Scheduler scheduler;
  private final List<Runnable> whenDead = new ArrayList<>();
  private boolean alive = true;
  private long frozenUntil;

  SimulatedProcess(String name, Scheduler scheduler) {
    this.name = name;
    this.scheduler = scheduler;
  }

  public String name() {
    return name;
  }

  public boolean alive() {
    return alive;
  }

  boolean frozen() {
    return frozenUntil > scheduler.millis();
  }

  long frozenUntil() {
    return frozenUntil;
  }

  /// Runs once the process is dead; what it starts is not the process's.
  public void onDeath(Runnable restart) {
    whenDead.add(restart);
  }

  public void kill() {
    if (alive) {
      alive = false;
      scheduler.note(name, "dies");
      whenDead.forEach(Runnable::run);
    }
  }

  void freeze(long millis) {
    frozenUntil = scheduler.millis() + millis;
    scheduler.note(name, "stands still for " + millis + " ms");
  }

  void thaw() {
    frozenUntil = 0;
  }

  /// A step of this process: others may run, and the process may crash or freeze, before it goes
  /// on.
  ///
  /// @param about for the trace, written only there
  public void step(String what, Object... about) {
    scheduler.step(this, what, about);
  }

  /// Starts a thread of the process.
  public void start(String what, Runnable work) {
    var _ = scheduler.start(this, name + "/" + what, work);
  }

  public void sleep(long millis) {
    scheduler.sleep(millis);
  }

  public Choices choices() {
    return scheduler.choices();
  }
}
