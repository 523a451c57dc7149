package io.openvpos.merchant.golive;

import io.openvpos.merchant.golive.domain.Certification;
import io.openvpos.merchant.golive.domain.Tick;

/// The ticks as stored: each item of a merchant once, by its first evidence.
public interface Certifications {

  Certification of(String merchantId);

  /// Changes nothing where the item has its tick.
  void tick(String merchantId, Tick tick);
}
