package io.openvpos.fraud.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The states that this instance holds, as digests to compare.
public interface PartitionStates {

  /// One partition's.
  ///
  /// @param offset of the last record in it; null before the first
  /// @param attempts of cards that it remembers
  /// @param digest of all that a later answer can depend on, apart from model, rules and lists: two
  ///   states of the same offset have the same one, wherever and however they came to be
  /// @param answering false while it is rebuilt
  record PartitionState(
      int partition, @Nullable Long offset, long attempts, String digest, boolean answering) {}

  /// Of each partition that this instance owns, by number. Takes a copy of each in turn, so that no
  /// two are of one moment; throws [IllegalStateException] where nothing is being read.
  List<PartitionState> read();

  /// The log that they are functions of.
  String topic();

  /// Digest of how states are laid out, the features' schema included: states of another one are
  /// not compared with these.
  String schema();
}
