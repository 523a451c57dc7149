package io.openvpos.merchant.adjustment;

/// The events of adjustments that are not known to be told yet.
public interface AdjustmentOutbox {

  /// Returns when the broker has acknowledged every event that was stored before, whoever left it.
  void sendEverything();
}
