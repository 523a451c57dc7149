package io.openvpos.messaging.parking.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.mongo.MemoryStore;
import io.openvpos.messaging.parking.Decision;
import io.openvpos.messaging.parking.ParkedRecord;
import io.openvpos.messaging.parking.Parking;
import io.openvpos.messaging.parking.ParkingId;
import io.openvpos.messaging.parking.StopReason;
import io.openvpos.messaging.parking.StoppedPartition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoParkingsTest {

  private static final LocalDate D = LocalDate.of(2026, 11, 23);
  private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");
  private static final ParkingId ID = new ParkingId("payments", 1, "mer_1");
  private static final Decision DECISION = new Decision("ops", AT, "a reason");

  private final MemoryStore store = new MemoryStore();
  private final MongoParkings parkings = new MongoParkings(store.database());
  private final MongoStopBoard board = new MongoStopBoard(store.database());

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void aParkingIsReadAsItWasSaved() {
    Parking first = Parking.first(ID, 7, DECISION);
    assertThat(parkings.save(first)).isTrue();
    Parking appended = first.appended(7, 12);
    assertThat(parkings.save(appended)).isTrue();
    assertThat(parkings.find(ID)).contains(appended);
    assertThat(parkings.open()).containsExactly(appended);

    Parking released = appended.replayed(12).released(DECISION);
    assertThat(parkings.save(appended.replayed(12))).isTrue();
    assertThat(parkings.save(released)).isTrue();

    assertThat(parkings.find(ID)).contains(released);
    assertThat(parkings.open()).isEmpty();
  }

  @Test
  void ofTwoChangesOfOneVersionOneIsSaved() {
    Parking first = Parking.first(ID, 7, DECISION);
    assertThat(parkings.save(first)).isTrue();
    assertThat(parkings.save(first)).isFalse();
    assertThat(parkings.save(first.appended(7, 9))).isTrue();

    assertThat(parkings.save(first.released(DECISION))).isFalse();

    assertThat(parkings.open()).hasSize(1);
  }

  @Test
  void whatIsPendingLiesBetweenTheMarksOfTheParking() {
    LongStream.of(7, 9, 8, 12, 15).forEach(offset -> insert(offset, Optional.of(D)));
    Parking parking = Parking.first(ID, 7, DECISION).appended(7, 12).replayed(7);

    assertThat(parkings.pendingOffsets(parking)).containsExactly(8L, 9L, 12L);
    assertThat(parkings.pending(parking, 2).stream().map(ParkedRecord::offset))
        .containsExactly(8L, 9L);
    ParkedRecord found = parkings.pending(parking, 1).getFirst();
    assertThat(found.value()).containsExactly(8);
    assertThat(found.headers().getFirst().value()).containsExactly(1, 2);
    assertThat(found).usingRecursiveComparison().isEqualTo(record(8, Optional.of(D)));
  }

  @Test
  void aDayIsHeldByItsOwnRecordsEarlierOnesAndThoseWithoutADay() {
    insert(7, Optional.of(D));
    Parking parking = Parking.first(ID, 7, DECISION).appended(7, 9);

    assertThat(parkings.holds(parking, D.minusDays(1), 20)).isFalse();
    assertThat(parkings.holds(parking, D, 20)).isTrue();
    assertThat(parkings.holds(parking, D.plusDays(1), 20)).isTrue();
    assertThat(parkings.holds(parking, D, 7)).isFalse();
    assertThat(parkings.holds(parking.replayed(7), D, 20)).isFalse();

    insert(9, Optional.empty());
    assertThat(parkings.holds(parking.replayed(7), D.minusDays(9), 20)).isTrue();
    assertThat(parkings.holds(parking.replayed(7), D, 9)).isFalse();
  }

  @Test
  void theBoardKeepsSinceWhenAStopIsOfTheSameRecord() {
    board.put(stop(7, AT));
    board.put(stop(7, AT.plusSeconds(60)));
    assertThat(board.find("payments", 1).orElseThrow().since()).isEqualTo(AT);

    board.put(stop(8, AT.plusSeconds(90)));
    assertThat(board.all()).containsExactly(stop(8, AT.plusSeconds(90)));

    board.remove("payments", 1);
    assertThat(board.all()).isEmpty();
  }

  private void insert(long offset, Optional<LocalDate> day) {
    parkings.insert(List.of(record(offset, day)));
    // Once more, as when it is delivered again.
    parkings.insert(List.of(record(offset, day)));
  }

  private static ParkedRecord record(long offset, Optional<LocalDate> day) {
    return new ParkedRecord(
        ID,
        offset,
        AT,
        day,
        List.of(new ParkedRecord.Header("traceparent", new byte[] {1, 2})),
        new byte[] {(byte) offset});
  }

  private static StoppedPartition stop(long offset, Instant since) {
    return new StoppedPartition(
        "payments", 1, offset, "mer_1", new StopReason("failed", "why"), since, 3);
  }
}
