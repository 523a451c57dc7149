package io.openvpos.messaging.parking;

import java.util.List;
import java.util.Optional;

/// The stopped partitions of all instances, where each of them can read it. A notice may be old;
/// nothing but what an operator sees and may try rests on it.
public interface StopBoard {

  /// Replaces what was said of the partition; who stops at the same record keeps its `since`.
  void put(StoppedPartition stopped);

  void remove(String topic, int partition);

  Optional<StoppedPartition> find(String topic, int partition);

  /// In the order of topic and partition.
  List<StoppedPartition> all();
}
