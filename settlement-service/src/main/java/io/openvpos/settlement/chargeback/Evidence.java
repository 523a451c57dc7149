package io.openvpos.settlement.chargeback;

import io.openvpos.settlement.chargeback.domain.EvidenceFile;
import java.util.List;
import java.util.Optional;

/// The bytes of evidence, kept once for each case and digest.
public interface Evidence {

  /// A file with its bytes.
  @SuppressWarnings("ArrayRecordComponent") // Handed through, never compared.
  record Kept(EvidenceFile file, byte[] bytes) {}

  /// The same bytes again change nothing.
  void keep(String chargebackId, Kept kept);

  Optional<Kept> find(String chargebackId, String sha256);

  /// A case's files without their bytes, by digest.
  List<EvidenceFile> list(String chargebackId);
}
