package io.openvpos.messaging.parking.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.parking.InMemoryParkings;
import io.openvpos.messaging.parking.StopBoard;
import io.openvpos.messaging.parking.StopReason;
import io.openvpos.messaging.parking.StoppedPartition;
import io.openvpos.schemas.BusinessDayEnded;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.authorization.PaymentReversed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/// A log of one partition, a service that handles it, and the board. A record's value is its
/// offset; effects are a set of offsets, so a repeat changes nothing.
final class ParkingWorld implements MoneyHandler, StopBoard {

  static final String TOPIC = "payments";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final int RECORDS = 40;

  /// A process that stops where it stands; nothing in it catches that.
  static final class Crash extends Error {}

  /// What is wrong with a record until it is cured.
  private enum Fault {
    NONE,
    UNREADABLE,
    REFUSED
  }

  record Logged(ConsumerRecord<String, byte[]> record, LocalDate day, boolean marker) {}

  final List<Logged> log = new ArrayList<>();
  Runnable before = () -> {};

  private final long seed;
  private final Map<Long, Fault> faults = new HashMap<>();
  private final Set<Long> effects = new HashSet<>();
  private final Set<LocalDate> ended = new HashSet<>();
  private final Map<String, Long> newest = new HashMap<>();
  private Optional<StoppedPartition> stopped = Optional.empty();

  ParkingWorld(long seed, Random random) {
    this.seed = seed;
    LocalDate open = DAY;
    for (long offset = 0; offset < RECORDS; offset++) {
      boolean marker = random.nextInt(9) == 0;
      LocalDate day = marker || random.nextInt(6) > 0 ? open : open.plusDays(1);
      String key = marker ? day.toString() : key(random.nextInt(3));
      byte[] value = String.valueOf(offset).getBytes(StandardCharsets.UTF_8);
      log.add(new Logged(new ConsumerRecord<>(TOPIC, 0, offset, key, value), day, marker));
      boolean wrong = !marker && random.nextInt(7) == 0;
      faults.put(
          offset, wrong ? (random.nextBoolean() ? Fault.UNREADABLE : Fault.REFUSED) : Fault.NONE);
      open = marker && random.nextInt(3) > 0 ? open.plusDays(1) : open;
    }
  }

  static String key(int number) {
    return "mer_" + number;
  }

  void cure(Logged logged) {
    faults.put(logged.record().offset(), Fault.NONE);
  }

  /// As the deserializer: the offset is in the value.
  SpecificRecord read(byte[] value) {
    Logged logged = log.get(Integer.parseInt(new String(value, StandardCharsets.UTF_8)));
    if (faults.get(logged.record().offset()) == Fault.UNREADABLE) {
      throw new SerializationException("no schema");
    }
    Envelope envelope =
        Envelope.newBuilder()
            .setEventId(String.valueOf(logged.record().offset()))
            .setOccurredAt(Instant.EPOCH)
            .setAggregateVersion(1)
            .build();
    return logged.marker()
        ? new BusinessDayEnded(envelope, logged.day(), TOPIC, 0)
        : reversed(envelope, logged.day());
  }

  private static PaymentReversed reversed(Envelope envelope, LocalDate day) {
    PaymentReversed fact = new PaymentReversed();
    fact.put("envelope", envelope);
    fact.put("salesDay", day);
    return fact;
  }

  @Override
  public Turn begin(TopicPartition source, MarkerGate gate) {
    before.run();
    return new Gathering(gate);
  }

  /// Gathers as the services do, and names a refused record only when the others are written.
  private final class Gathering implements Turn {

    private final MarkerGate gate;
    private final List<ConsumerRecord<String, byte[]>> gathered = new ArrayList<>();

    Gathering(MarkerGate gate) {
      this.gate = gate;
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> found) {
      Logged logged = log.get(Math.toIntExact(found.offset()));
      if (faults.get(found.offset()) == Fault.UNREADABLE) {
        throw new IllegalStateException("unreadable");
      }
      if (logged.marker()) {
        finish();
        end(logged);
      } else {
        gathered.add(found);
      }
    }

    private void end(Logged marker) {
      before.run();
      if (!ended.contains(marker.day())) {
        gate.pass(marker.day(), marker.record().offset());
        checkNothingBefore(marker);
      }
      before.run();
      ended.add(marker.day());
      effects.add(marker.record().offset());
    }

    @Override
    public void finish() {
      while (!gathered.isEmpty()) {
        before.run();
        ConsumerRecord<String, byte[]> next = gathered.getFirst();
        if (faults.get(next.offset()) == Fault.REFUSED) {
          throw new RecordStopsException(next, new IllegalStateException("refused"));
        }
        effect(next);
        gathered.removeFirst();
      }
    }
  }

  private void effect(ConsumerRecord<String, byte[]> record) {
    if (effects.add(record.offset())) {
      long before = newest.getOrDefault(record.key(), -1L);
      assertThat(record.offset())
          .as("order of %s, seed %d", record.key(), seed)
          .isGreaterThan(before);
      newest.put(record.key(), record.offset());
    }
  }

  private void checkNothingBefore(Logged marker) {
    log.stream()
        .limit(marker.record().offset())
        .filter(earlier -> !earlier.marker() && !earlier.day().isAfter(marker.day()))
        .forEach(earlier ->
            assertThat(effects)
                .as("the end of %s, seed %d", marker.day(), seed)
                .contains(earlier.record().offset()));
  }

  void check(InMemoryParkings parkings) {
    assertThat(effects).as("effects, seed %d", seed).hasSize(RECORDS);
    assertThat(parkings.open()).as("parkings, seed %d", seed).isEmpty();
  }

  /// 1 if it was a marker that waits.
  int stop(ConsumerRecord<String, byte[]> at, RuntimeException failure) {
    StopReason why = StopReason.of(failure);
    put(new StoppedPartition(TOPIC, 0, at.offset(), at.key(), why, Instant.EPOCH, 1));
    return why.code().equals(StopReason.BEFORE_MARKER) ? 1 : 0;
  }

  void goesOn() {
    remove(TOPIC, 0);
  }

  @Override
  public void put(StoppedPartition now) {
    stopped = Optional.of(now);
  }

  @Override
  public void remove(String topic, int partition) {
    stopped = Optional.empty();
  }

  @Override
  public Optional<StoppedPartition> find(String topic, int partition) {
    return stopped;
  }

  @Override
  public List<StoppedPartition> all() {
    return stopped.stream().toList();
  }
}
