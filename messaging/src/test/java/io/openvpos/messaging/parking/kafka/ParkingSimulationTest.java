package io.openvpos.messaging.parking.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.kafka.TestCodecs;
import io.openvpos.messaging.parking.InMemoryParkings;
import io.openvpos.messaging.parking.ParkedRecord;
import io.openvpos.messaging.parking.Parking;
import io.openvpos.messaging.parking.ParkingDesk;
import io.openvpos.messaging.parking.ParkingDesk.Wish;
import io.openvpos.messaging.parking.ParkingId;
import io.openvpos.messaging.parking.Replaying;
import io.openvpos.messaging.parking.kafka.ParkingWorld.Crash;
import io.openvpos.messaging.parking.kafka.ParkingWorld.Logged;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.kafka.listener.BatchListenerFailedException;

/// Goal: whatever operators, replays, consumers, zombies and crashes do, every record of the log
/// has its effect, no day ends before the records of it that stand before its marker, and at the
/// end nothing is parked. Method: one partition with records of three keys and with markers; some
/// fail until they are cured, some cannot be read until then. Two consumers deliver pieces of it
/// from offsets not past what was committed; before any operation of the store another one may run,
/// an operator may park what stands still, a replay may run, something may be cured, and the
/// running one may crash.
class ParkingSimulationTest {

  private static final int ROUNDS = Integer.getInteger("rounds", 500);
  private static final long FIRST = Long.getLong("seed", 20_261_126L);

  @Test
  void nothingIsLostAndNoDayEndsEarly() {
    int parked = 0;
    int held = 0;
    for (long seed = FIRST; seed < FIRST + ROUNDS; seed++) {
      Run run = new Run(seed, new InMemoryParkings());
      run.play();
      parked += run.parkings.records.size();
      held += run.heldMarkers;
    }
    // It was about something.
    assertThat(parked).isGreaterThan(ROUNDS);
    assertThat(held).isGreaterThan(ROUNDS / 10);
  }

  /// Each leaves one thing out that the argument rests on.
  @ParameterizedTest
  @EnumSource
  void aStoreThatIsWrongIsCaught(Mutant mutant) {
    assertThat(LongStream.range(FIRST, FIRST + ROUNDS))
        .as("the seeds that catch %s", mutant)
        .anyMatch(seed -> fails(new Run(seed, mutant.parkings())));
  }

  private static boolean fails(Run run) {
    try {
      run.play();
      return false;
    } catch (AssertionError caught) {
      return true;
    }
  }

  enum Mutant {
    NO_VERSION_FENCE,
    MARKERS_PASS,
    RECORDS_NOT_STORED_FIRST;

    InMemoryParkings parkings() {
      return switch (this) {
        case NO_VERSION_FENCE ->
            new InMemoryParkings() {
              @Override
              public boolean save(Parking changed) {
                before.run();
                parkings.put(changed.id().text(), changed);
                return true;
              }
            };
        case MARKERS_PASS ->
            new InMemoryParkings() {
              @Override
              public boolean holds(Parking parking, LocalDate day, long offset) {
                return false;
              }
            };
        case RECORDS_NOT_STORED_FIRST -> new LateInserts();
      };
    }
  }

  /// The parking says that the records are there, and then they are.
  private static final class LateInserts extends InMemoryParkings {

    private final List<ParkedRecord> late = new ArrayList<>();

    @Override
    public void insert(List<ParkedRecord> added) {
      late.addAll(added);
    }

    @Override
    public boolean save(Parking changed) {
      boolean saved = super.save(changed);
      List<ParkedRecord> now = List.copyOf(late);
      late.clear();
      super.insert(now);
      return saved;
    }
  }

  private static final class Run {

    private final Random random;
    private final InMemoryParkings parkings;
    private final ParkingWorld world;
    private final MoneyIntake intake;
    private final Replaying replaying;
    private final ParkingDesk desk;
    private int committed;
    private int depth;
    private int heldMarkers;

    Run(long seed, InMemoryParkings parkings) {
      this.parkings = parkings;
      random = new Random(seed);
      world = new ParkingWorld(seed, random);
      intake = new MoneyIntake(parkings, world, new ParkedRecords(TestCodecs.reading(world::read)));
      replaying = new Replaying(parkings, intake, Clock.systemUTC());
      desk = new ParkingDesk(parkings, world, Clock.systemUTC());
    }

    void play() {
      world.before = this::disturb;
      parkings.before = this::disturb;
      for (int step = 0; step < 120; step++) {
        attempt(this::anything);
      }
      world.before = () -> {};
      parkings.before = () -> {};
      calm();
      world.check(parkings);
    }

    /// Everything is cured; what is left is delivered and replayed.
    private void calm() {
      world.log.forEach(world::cure);
      int rounds = 0;
      while (committed < world.log.size() || !parkings.open().isEmpty()) {
        assertThat(rounds++).as("rounds of calm").isLessThan(1_000);
        attempt(() -> deliver(committed, world.log.size()));
        parkings.open().forEach(parking -> replaying.replay(parking.id(), "ops"));
      }
    }

    private void disturb() {
      if (depth < 4 && random.nextInt(10) == 0) {
        attempt(this::anything);
      }
      if (random.nextInt(40) == 0) {
        throw new Crash();
      }
    }

    private void attempt(Runnable what) {
      depth++;
      try {
        what.run();
      } catch (Crash crash) {
        // Somebody else goes on from what is stored.
      } finally {
        depth--;
      }
    }

    private void anything() {
      switch (random.nextInt(8)) {
        case 0 -> world.cure(world.log.get(random.nextInt(world.log.size())));
        case 1, 2 -> park();
        case 3 -> replay();
        default -> {
          int from = random.nextInt(4) == 0 ? random.nextInt(committed + 1) : committed;
          deliver(from, Math.min(world.log.size(), from + 1 + random.nextInt(9)));
        }
      }
    }

    private void park() {
      world
          .find(ParkingWorld.TOPIC, 0)
          .ifPresent(
              stop -> desk.park(new Wish(ParkingWorld.TOPIC, 0, stop.offset(), "ops", "a reason")));
    }

    private void replay() {
      ParkingId id = new ParkingId(ParkingWorld.TOPIC, 0, ParkingWorld.key(random.nextInt(3)));
      replaying.replay(id, "ops");
    }

    private void deliver(int from, int to) {
      if (from == to) {
        return;
      }
      List<ConsumerRecord<String, byte[]>> poll =
          world.log.subList(from, to).stream().map(Logged::record).toList();
      try {
        intake.take(poll);
        committed = Math.max(committed, to);
        world.goesOn();
      } catch (BatchListenerFailedException stopped) {
        heldMarkers += world.stop(poll.get(stopped.getIndex()), stopped);
        committed = Math.max(committed, from + stopped.getIndex());
      }
    }
  }
}
