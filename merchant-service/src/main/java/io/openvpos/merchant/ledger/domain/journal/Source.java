package io.openvpos.merchant.ledger.domain.journal;

/// The source partition of a cause. The entry goes out in the same partition, and a day's totals
/// are counted by it.
public record Source(String topic, int partition) {

  /// `topic|partition`.
  public String id() {
    return topic + "|" + partition;
  }
}
