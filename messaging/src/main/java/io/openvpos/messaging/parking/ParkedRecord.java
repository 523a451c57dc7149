package io.openvpos.messaging.parking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A record put aside, as it stood in the log.
///
/// @param day the business day that it is stamped with; empty where it says none that can be read,
///   and then it counts as of every day
@SuppressWarnings("ArrayRecordComponent") // Bytes from the wire, never compared.
public record ParkedRecord(
    ParkingId parking,
    long offset,
    Instant timestamp,
    Optional<LocalDate> day,
    List<Header> headers,
    byte[] value) {

  /// A header of the record; a name may come more than once.
  @SuppressWarnings("ArrayRecordComponent") // Bytes from the wire, never compared.
  public record Header(String name, byte[] value) {}

  /// `topic|partition|offset`.
  public String id() {
    return parking.topic() + "|" + parking.partition() + "|" + offset;
  }

  /// Whether a day may not end before this record is handled.
  public boolean holds(LocalDate ending) {
    return day.isEmpty() || !day.get().isAfter(ending);
  }
}
