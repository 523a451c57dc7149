package io.openvpos.merchant.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// When keys that were replaced end by themselves.
public interface KeyExpiries {

  /// A key that is to be revoked.
  record Due(String merchantId, String keyId) {}

  /// The earlier of two times stays.
  void set(String merchantId, String keyId, Instant at);

  Map<String, Instant> of(String merchantId);

  List<Due> due(Instant now);

  void done(String keyId);
}
