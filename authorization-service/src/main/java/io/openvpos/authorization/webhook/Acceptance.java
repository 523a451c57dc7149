package io.openvpos.authorization.webhook;

/// Hears of webhooks that a merchant's server accepted.
public interface Acceptance {

  /// Of test mode only, and not of one that only checks the way. Never fails and never waits.
  void accepted(String merchantId);
}
