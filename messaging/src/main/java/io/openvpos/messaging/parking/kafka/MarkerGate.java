package io.openvpos.messaging.parking.kafka;

import java.time.LocalDate;

/// Stands before a day's marker: no day ends while a record of it is aside.
@FunctionalInterface
public interface MarkerGate {

  /// Returns if no parked record of the partition that stands before the offset is of the day or an
  /// earlier one; else throws, and the partition stops here. A marker that had its effect before
  /// need not ask: it was let through then, and what is aside since stands behind it or was handled
  /// before.
  void pass(LocalDate day, long offset);
}
