package io.openvpos.sandbox.chaos.fault;

import io.openvpos.sandbox.chaos.fault.FaultKind.Lane;
import io.openvpos.sandbox.chaos.load.Timeline;
import io.openvpos.sandbox.chaos.process.Landscape;
import io.openvpos.sandbox.chaos.process.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Carries out a plan: each lane spreads its faults over the time there is, and begins none before
/// everything was well again after the one before.
public final class Campaign {

  /// The last faults come early enough that what they leave is not all there is at the end.
  private static final double PART_OF_THE_TIME = 0.95;

  private static final Duration CALM = Duration.ofMillis(700);

  private final Injector injector;
  private final Recovery recovery;
  private final Timeline timeline;
  private final Consumer<FaultRecord> told;

  /// @param told hears of each fault when it is over
  public Campaign(Landscape landscape, Timeline timeline, Consumer<FaultRecord> told) {
    this.injector = new Injector(landscape);
    this.recovery = new Recovery(landscape, timeline);
    this.timeline = timeline;
    this.told = told;
  }

  /// Blocks until every fault was carried out, at least for `length`.
  public List<FaultRecord> run(FaultPlan plan, Duration length) {
    long start = System.nanoTime();
    List<FaultRecord> all = new ArrayList<>();
    try (ExecutorService lanes = Executors.newFixedThreadPool(Lane.values().length)) {
      List<Future<List<FaultRecord>>> running = new ArrayList<>();
      for (Lane lane : Lane.values()) {
        running.add(lanes.submit(() -> run(lane, plan.lane(lane), start, length)));
      }
      for (Future<List<FaultRecord>> one : running) {
        all.addAll(one.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a lane of faults broke", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted among the faults", e);
    }
    pauseUntil(start + length.toNanos());
    return all;
  }

  private List<FaultRecord> run(Lane lane, List<PlannedFault> faults, long start, Duration length) {
    List<FaultRecord> records = new ArrayList<>();
    double nanosEach = length.toNanos() * PART_OF_THE_TIME / Math.max(1, faults.size());
    for (int i = 0; i < faults.size(); i++) {
      pauseUntil(start + Math.round(i * nanosEach));
      FaultRecord done = carryOut(lane, faults.get(i));
      told.accept(done);
      records.add(done);
      Waiting.pause(CALM);
    }
    return records;
  }

  private FaultRecord carryOut(Lane lane, PlannedFault fault) {
    long begun = System.nanoTime();
    boolean fired = injector.fire(fault);
    long over = System.nanoTime();
    boolean well = lane == Lane.PROCESSES ? recovery.await(over) : recovery.awaitAnswers(over);
    long now = System.nanoTime();
    return new FaultRecord(
        fault,
        fired,
        timeline.failedBetween(begun, now),
        timeline.errorWindow(begun, now),
        well ? Duration.ofNanos(now - begun) : null);
  }

  private static void pauseUntil(long nanos) {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      Waiting.pause(Duration.ofNanos(left));
    }
  }
}
