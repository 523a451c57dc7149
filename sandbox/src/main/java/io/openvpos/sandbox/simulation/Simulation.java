package io.openvpos.sandbox.simulation;

import io.openvpos.sandbox.simulation.check.Promises;
import io.openvpos.sandbox.simulation.machine.Choices;
import io.openvpos.sandbox.simulation.machine.Fault;
import io.openvpos.sandbox.simulation.machine.Scheduler;
import io.openvpos.sandbox.simulation.machine.Violation;
import io.openvpos.sandbox.simulation.world.Calendar;
import io.openvpos.sandbox.simulation.world.Platform;
import io.openvpos.settlement.businessday.domain.DayStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One run. A safety phase: shops buy, days end, and whatever can go wrong may. Then a liveness
/// phase: every process is started anew and nothing goes wrong any more; now everything must come
/// to its end, the promises are checked, and all topics are delivered once more from offset 0,
/// which must change nothing.
public final class Simulation {

  private static final long SAFETY_MILLIS = 60_000;
  private static final long CONVERGE_MILLIS = 1_800_000;

  private final Scheduler scheduler;
  private final Plan plan;
  private final Platform platform;
  private final Shops shops;

  private Simulation(long seed, Choices choices, Set<Integer> leftOut, boolean trace) {
    plan = Plan.of(seed, leftOut);
    scheduler =
        new Scheduler(
            choices, plan.beforeMidnight() ? Calendar.BEFORE_MIDNIGHT : Calendar.NOON, trace);
    platform = new Platform(scheduler);
    shops = new Shops(platform);
  }

  /// What became of a run.
  ///
  /// @param failure null if every promise held
  /// @param choices the recorded choices, see [Choices]
  public record Outcome(
      long seed,
      @Nullable Throwable failure,
      int steps,
      int operations,
      int daysClosed,
      Map<Fault, Integer> faults,
      Map<Integer, Integer> choices,
      List<String> trace) {}

  public static Outcome run(long seed) throws InterruptedException {
    return new Simulation(seed, Choices.seeded(seed), Set.of(), false).play(seed);
  }

  /// The first failure among some seeds, as text; null if there is none. For callers that share no
  /// classes with this run.
  public static @Nullable String firstFailure(long firstSeed, int seeds)
      throws InterruptedException {
    Quiet.services();
    for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
      Throwable failure = run(seed).failure();
      if (failure != null) {
        return (seed - firstSeed + 1) + " " + failure;
      }
    }
    return null;
  }

  /// The same run with its trace.
  static Outcome traced(Outcome outcome) throws InterruptedException {
    return replay(outcome.seed(), outcome.choices(), Set.of(), true);
  }

  /// Again as recorded, or with some choices and some of the plan left out.
  static Outcome replay(
      long seed, Map<Integer, Integer> choices, Set<Integer> leftOut, boolean trace)
      throws InterruptedException {
    return new Simulation(seed, Choices.replaying(choices), leftOut, trace).play(seed);
  }

  private Outcome play(long seed) throws InterruptedException {
    Throwable failure = scheduler.run(this::drive);
    int closed =
        (int)
            platform.stores().settlement().days().stream()
                .filter(day -> day.status() == DayStatus.CLOSED)
                .count();
    return new Outcome(
        seed,
        failure,
        scheduler.steps(),
        shops.operations(),
        closed,
        scheduler.choices().faults(),
        scheduler.choices().recorded(),
        scheduler.trace());
  }

  private void drive() {
    platform.start();
    shops.open(plan);
    scheduler.sleep(plan.closeAfterMillis());
    platform.calendar().close(Calendar.FIRST_DAY);
    scheduler.await(shops::done, SAFETY_MILLIS);
    scheduler.sleep(5_000L * scheduler.choices().upTo(3));

    scheduler.calmDown();
    platform.killAll();
    converges("every request is answered", shops::done);
    converges("the first day closes", platform.calendar()::settled);
    converges("nothing is open", this::quiet);
    // What was carried over or decided late belongs to the day open now.
    platform.calendar().close(platform.calendar().openDay());
    converges("the last day closes", platform.calendar()::settled);
    converges("nothing is open at the end", this::quiet);
    Promises.check(platform.stores(), shops.told());
    replay();
  }

  private void replay() {
    List<Object> before = Promises.state(platform.stores());
    platform.replayAll();
    converges("the replay ends", this::quiet);
    List<Object> after = Promises.state(platform.stores());
    for (int part = 0; part < before.size(); part++) {
      Violation.unless(
          before.get(part).equals(after.get(part)),
          "a replay from offset 0 changes nothing: "
              + before.get(part)
              + " became "
              + after.get(part));
    }
  }

  private boolean quiet() {
    return platform.caughtUp() && Promises.quiet(platform.stores());
  }

  private void converges(String what, BooleanSupplier done) {
    long end = scheduler.millis() + CONVERGE_MILLIS;
    while (!done.getAsBoolean() && scheduler.millis() < end) {
      scheduler.sleep(300);
    }
    Violation.unless(done.getAsBoolean(), what + " within half an hour without faults");
  }
}
