package io.openvpos.settlement.chargeback;

import io.openvpos.settlement.chargeback.Evidence.Kept;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.ChargebackStatus;
import io.openvpos.settlement.chargeback.domain.EvidenceFile;
import io.openvpos.settlement.report.Sha256;
import java.util.List;
import java.util.Optional;

/// Takes in the files that a merchant backs its side with. What a file is, its first bytes say;
/// what its sender says is not asked.
public final class EvidenceDesk {

  /// 4 MiB: a scanned page at a readable size is far less.
  public static final int MAX_BYTES = 4 << 20;

  private final Evidence evidence;

  public EvidenceDesk(Evidence evidence) {
    this.evidence = evidence;
  }

  /// Why a case takes no file now, as a stable code; empty if it does.
  public static Optional<String> refusal(Chargeback there) {
    return there.status() == ChargebackStatus.RECEIVED
        ? Optional.empty()
        : Optional.of("chargeback_closed");
  }

  /// Keeps a file; the same one again changes nothing. Empty if the case has as many as it may.
  public Optional<EvidenceFile> keep(String chargebackId, Kept kept) {
    List<EvidenceFile> there = evidence.list(chargebackId);
    if (!there.contains(kept.file())) {
      if (there.size() >= Chargeback.MAX_EVIDENCE) {
        return Optional.empty();
      }
      evidence.keep(chargebackId, kept);
    }
    return Optional.of(kept.file());
  }

  public List<EvidenceFile> files(String chargebackId) {
    return evidence.list(chargebackId);
  }

  public Optional<Kept> find(String chargebackId, String sha256) {
    return evidence.find(chargebackId, sha256);
  }

  /// The file that the bytes are; empty unless they begin like a PDF, a PNG or a JPEG.
  public static Optional<Kept> fileOf(byte[] bytes) {
    return type(bytes)
        .map(type -> {
          Sha256 sha = new Sha256();
          sha.add(bytes);
          return new Kept(new EvidenceFile(sha.hex(), type, bytes.length), bytes);
        });
  }

  private static Optional<String> type(byte[] bytes) {
    if (starts(bytes, '%', 'P', 'D', 'F', '-')) {
      return Optional.of("application/pdf");
    }
    if (starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return Optional.of("image/png");
    }
    return starts(bytes, 0xff, 0xd8, 0xff) ? Optional.of("image/jpeg") : Optional.empty();
  }

  private static boolean starts(byte[] bytes, int... with) {
    if (bytes.length <= with.length) {
      return false;
    }
    for (int index = 0; index < with.length; index++) {
      if ((bytes[index] & 0xff) != with[index]) {
        return false;
      }
    }
    return true;
  }
}
