package io.openvpos.sandbox.network;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// What the simulated issuers make of kept cards (DE 48, `COF` and `NTID`). A payment that tells
/// nothing of it is not looked at.
final class KeptCardRules {

  private static final String FORMAT_ERROR = "30";

  /// Not a transaction that this card allows.
  private static final String INVALID_TRANSACTION = "12";

  private static final Pattern CODE = Pattern.compile("[CM][RIU][FS]");
  private static final int HALF = 7;

  private KeptCardRules() {}

  /// The network's name of a payment. Its second half is computed of the first and the card, so
  /// whose it is can be told without a memory.
  static String transactionId(String rrn, String pan) {
    String first = digits(rrn);
    return first + digits(first + pan);
  }

  /// The response code of a refusal.
  static Optional<String> refuses(NetworkMessage message) {
    Map<String, String> data = message.additional();
    String code = data.get("COF");
    String first = data.get("NTID");
    if (code == null) {
      return first == null ? Optional.empty() : Optional.of(FORMAT_ERROR);
    }
    boolean initial = code.endsWith("F");
    boolean byMerchant = code.startsWith("M");
    if (!CODE.matcher(code).matches()
        || (byMerchant && (initial || data.containsKey("CVC") || data.containsKey("CAVV")))
        || (initial && first != null)) {
      return Optional.of(FORMAT_ERROR);
    }
    boolean ofThisCard = first != null && isOf(first, message.pan());
    return (byMerchant || first != null) && !ofThisCard
        ? Optional.of(INVALID_TRANSACTION)
        : Optional.empty();
  }

  private static boolean isOf(String id, String pan) {
    return id.length() == 2 * HALF
        && id.substring(HALF).equals(digits(id.substring(0, HALF) + pan));
  }

  private static String digits(String text) {
    CRC32 digest = new CRC32();
    digest.update(text.getBytes(StandardCharsets.US_ASCII));
    return "%07d".formatted(digest.getValue() % 10_000_000);
  }
}
