package io.openvpos.settlement.chargeback.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.settlement.chargeback.Evidence;
import io.openvpos.settlement.chargeback.domain.EvidenceFile;
import io.openvpos.settlement.report.Sha256;
import org.springframework.web.server.ServerWebExchange;

/// Reads a file of evidence. What it is, its first bytes say; what its sender says is not asked.
final class EvidenceReading {

  /// 4 MiB: a scanned page at a readable size is far less.
  static final int MAX_BYTES = 4 << 20;

  private EvidenceReading() {}

  static Evidence.Kept read(ServerWebExchange exchange) {
    byte[] bytes = RequestBytes.file(exchange, MAX_BYTES);
    String type = type(bytes);
    Sha256 sha = new Sha256();
    sha.add(bytes);
    return new Evidence.Kept(new EvidenceFile(sha.hex(), type, bytes.length), bytes);
  }

  private static String type(byte[] bytes) {
    if (starts(bytes, '%', 'P', 'D', 'F', '-')) {
      return "application/pdf";
    }
    if (starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return "image/png";
    }
    if (starts(bytes, 0xff, 0xd8, 0xff)) {
      return "image/jpeg";
    }
    throw ProblemException.of(415, "unsupported_media_type");
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
