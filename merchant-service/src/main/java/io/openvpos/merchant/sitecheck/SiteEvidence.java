package io.openvpos.merchant.sitecheck;

import java.util.Map;
import java.util.Optional;

/// The pages that a check saw, kept as they came.
public interface SiteEvidence {

  /// Keeps what is not kept yet.
  ///
  /// @param bodies by their SHA-256 in hex
  void keep(String checkId, Map<String, byte[]> bodies);

  Optional<byte[]> find(String checkId, String sha256);
}
