package io.openvpos.settlement.payout.domain;

import java.util.Map;
import java.util.Set;

/// Who is paid nothing for the time being, and who gets the last of its money.
public interface HeldPayouts {

  /// Why, by merchant, as known now.
  Map<String, String> merchants();

  /// Merchants that are closed, as known now.
  default Set<String> closed() {
    return Set.of();
  }
}
