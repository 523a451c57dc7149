package io.openvpos.sandbox.network.clearing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts a file together: hash totals, trailer and control record after the records.
final class ClearingText {

  private ClearingText() {}

  static String of(String header, List<ClearingRecord> records) {
    StringBuilder text = new StringBuilder(header).append('\n');
    Map<String, long[]> totals = new TreeMap<>();
    for (ClearingRecord record : records) {
      text.append(record.line()).append('\n');
      long[] total =
          totals.computeIfAbsent(record.type() + "|" + record.currency(), _ -> new long[2]);
      total[0]++;
      total[1] += record.amount();
    }
    totals.forEach((of, total) -> text.append("S|%s|%d|%d\n".formatted(of, total[0], total[1])));
    text.append("T|").append(records.size()).append('\n');
    return text + "C|" + sha256(text.toString()) + "\n";
  }

  /// Whether the control record is the digest of all before it.
  static boolean isWhole(String file) {
    int control = file.lastIndexOf("C|");
    return control > 0
        && file.substring(control).equals("C|" + sha256(file.substring(0, control)) + "\n");
  }

  private static String sha256(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
