package io.openvpos.messaging.parking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// A partition that does not go on, and the record that it stands before.
///
/// @param key the record's key, a merchant id or, for a marker, its day
/// @param attempts of the instance that has the partition now
public record StoppedPartition(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    StopReason why,
    Instant since,
    long attempts) {

  /// Whether the record is somebody's: a marker, whose key is its day, never goes aside.
  public boolean parkable() {
    return key != null && !isDay(key);
  }

  private static boolean isDay(String key) {
    try {
      LocalDate.parse(key);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
