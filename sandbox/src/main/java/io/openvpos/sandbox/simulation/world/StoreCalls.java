package io.openvpos.sandbox.simulation.world;

import io.openvpos.sandbox.simulation.machine.Fault;
import io.openvpos.sandbox.simulation.machine.Scheduler;
import io.openvpos.sandbox.simulation.machine.SimulatedProcess;
import java.util.function.Function;
import java.util.function.Supplier;

/// The way of one process to the stores: every call is one atomic operation on one document, if it
/// arrives, and may be done without anybody hearing of it, even after its caller has given up.
final class StoreCalls {

  private final Scheduler scheduler;
  private final SimulatedProcess process;
  private final Function<Throwable, RuntimeException> outage;

  /// @param outage what the service sees when the store does not answer
  StoreCalls(
      Scheduler scheduler, SimulatedProcess process, Function<Throwable, RuntimeException> outage) {
    this.scheduler = scheduler;
    this.process = process;
    this.outage = outage;
  }

  StoreCalls(Scheduler scheduler, SimulatedProcess process) {
    this(scheduler, process, cause -> new IllegalStateException("no answer", cause));
  }

  <T> T read(String what, Supplier<T> operation) {
    process.step(what);
    if (process.choices().strikes(Fault.STORE_AWAY)) {
      throw away(what);
    }
    return operation.get();
  }

  <T> T write(String what, Supplier<T> operation) {
    process.step(what);
    if (process.choices().strikes(Fault.STORE_AWAY)) {
      throw away(what);
    }
    if (process.choices().strikes(Fault.STORE_LATE)) {
      later(
          what,
          () -> {
            var _ = operation.get();
          });
      throw away(what);
    }
    T result = operation.get();
    if (process.choices().strikes(Fault.STORE_UNHEARD)) {
      throw away(what);
    }
    process.step("done");
    return result;
  }

  void put(String what, Runnable operation) {
    boolean _ =
        write(
            what,
            () -> {
              operation.run();
              return true;
            });
  }

  /// Done by nobody's thread: whoever asked may be dead by then.
  private void later(String what, Runnable operation) {
    long wait = 1_000L * process.choices().upTo(12);
    var _ =
        scheduler.start(
            null,
            "late " + what,
            () -> {
              scheduler.sleep(wait);
              scheduler.note(process.name(), "late: " + what);
              operation.run();
            });
  }

  private RuntimeException away(String what) {
    scheduler.note(process.name(), "no answer to: " + what);
    return outage.apply(new IllegalStateException("on purpose"));
  }
}
