package io.openvpos.settlement.chargeback;

import io.openvpos.settlement.chargeback.domain.EvidenceFile;
import java.util.Optional;

/// The bytes of evidence, kept once for each case and digest.
public interface Evidence {

  /// A file with its bytes.
  @SuppressWarnings("ArrayRecordComponent") // Handed through, never compared.
  record Kept(EvidenceFile file, byte[] bytes) {}

  /// The same bytes again change nothing.
  void keep(String chargebackId, Kept kept);

  Optional<Kept> find(String chargebackId, String sha256);

  /// How many files a case has.
  int count(String chargebackId);
}
