package io.openvpos.authorization.payment;

/// Hears of answers that were given a second time, because their request came again.
public interface ServedReplays {

  /// Of test mode only. Never fails and never waits.
  void served(String merchantId);
}
