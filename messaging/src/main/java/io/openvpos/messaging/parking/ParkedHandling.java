package io.openvpos.messaging.parking;

import java.util.List;
import java.util.Optional;

/// Does with parked records what the listener would have done, with their own offsets and in order.
@FunctionalInterface
public interface ParkedHandling {

  /// The record that cannot be handled, and why. Those before it have been handled to the end.
  record Failed(long offset, StopReason why) {}

  /// Handles records of one partition, up to the first that fails.
  Optional<Failed> handle(List<ParkedRecord> records);
}
