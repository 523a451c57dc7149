package io.openvpos.messaging.parking.http;

import io.openvpos.messaging.parking.Decision;
import io.openvpos.messaging.parking.ParkedHandling.Failed;
import io.openvpos.messaging.parking.Parking;
import io.openvpos.messaging.parking.StoppedPartition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bodies of the answers.
final class ParkingAnswers {

  private ParkingAnswers() {}

  /// @param key the merchant id, or for a marker its day
  /// @param parkable false for a marker: it waits until what it waits for is there
  record Stopped(
      String topic,
      int partition,
      long offset,
      @Nullable String key,
      String code,
      String detail,
      Instant since,
      long attempts,
      boolean parkable) {

    static Stopped of(StoppedPartition stop) {
      return new Stopped(
          stop.topic(),
          stop.partition(),
          stop.offset(),
          stop.key(),
          stop.why().code(),
          stop.why().detail(),
          stop.since(),
          stop.attempts(),
          stop.parkable());
    }
  }

  record StoppedPartitions(List<Stopped> data) {}

  /// @param fromOffset the record that was parked; later ones of the merchant followed it
  /// @param records how many are aside now
  /// @param offsets theirs, the first of them
  record Parked(
      String topic,
      int partition,
      String merchantId,
      long fromOffset,
      String reason,
      String parkedBy,
      Instant parkedAt,
      int records,
      List<Long> offsets) {

    private static final int SHOWN = 100;

    static Parked of(Parking parking, List<Long> pending) {
      Decision decision = parking.parked();
      return new Parked(
          parking.id().topic(),
          parking.id().partition(),
          parking.id().key(),
          parking.from(),
          decision.reason(),
          decision.by(),
          decision.at(),
          pending.size(),
          pending.stream().limit(SHOWN).toList());
    }
  }

  record ParkedRecords(List<Parked> data) {}

  /// The record that failed again.
  record StoppedAt(long offset, String code, String detail) {}

  /// @param replayed handled by this call
  /// @param remaining still aside
  /// @param unparked whether the merchant's records are handled directly again
  record Replayed(
      String topic,
      int partition,
      String merchantId,
      long replayed,
      int remaining,
      boolean unparked,
      @Nullable StoppedAt stoppedAt) {

    static @Nullable StoppedAt stoppedAt(@Nullable Failed failed) {
      return failed == null
          ? null
          : new StoppedAt(failed.offset(), failed.why().code(), failed.why().detail());
    }
  }
}
