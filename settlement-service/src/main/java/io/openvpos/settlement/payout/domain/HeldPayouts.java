package io.openvpos.settlement.payout.domain;

import java.util.Map;

/// Who is paid nothing for the time being.
public interface HeldPayouts {

  /// Why, by merchant, as known now.
  Map<String, String> merchants();
}
