package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.batch.domain.Head;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;

/// The identity of a payout, which is also its end-to-end id at the bank: the UUID version 5 of
/// `head|day|number` in the URL name space, as 32 hexadecimal digits. The dashes are left out
/// because ISO 20022 ids hold 35 characters and a dashed UUID has 36.
public final class PayoutId {

  /// RFC 9562's name space for URLs.
  private static final byte[] NAME_SPACE =
      HexFormat.of().parseHex("6ba7b8119dad11d180b400c04fd430c8");

  private PayoutId() {}

  /// The id of a head's payout.
  ///
  /// @param number 0 for the payout of the day's close, then one for each re-issue of the head
  public static String of(Head head, LocalDate day, int number) {
    return version5(head.id() + "|" + day + "|" + number);
  }

  static String version5(String name) {
    MessageDigest sha1;
    try {
      sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-1", e);
    }
    sha1.update(NAME_SPACE);
    byte[] id = Arrays.copyOf(sha1.digest(name.getBytes(StandardCharsets.UTF_8)), 16);
    id[6] = (byte) ((id[6] & 0x0f) | 0x50);
    id[8] = (byte) ((id[8] & 0x3f) | 0x80);
    return HexFormat.of().formatHex(id);
  }
}
