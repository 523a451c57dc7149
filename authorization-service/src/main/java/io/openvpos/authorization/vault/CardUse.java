package io.openvpos.authorization.vault;

import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.Locale;

/// One reading of a stored card number. Which number it was only the token tells.
///
/// @param id begins with its time, so ids are in the order of time
/// @param purpose a code of [UseReason.Purpose]
public record CardUse(
    String id,
    Instant at,
    String merchantId,
    Mode mode,
    String token,
    String purpose,
    String reference) {

  static CardUse of(VaultRow row, UseReason reason, Instant at, String random) {
    return new CardUse(
        firstId(at) + "_" + random,
        at,
        row.merchantId(),
        row.mode(),
        row.token(),
        reason.purpose().code(),
        reason.reference());
  }

  /// What the ids of that time begin with; every earlier use has a smaller id.
  public static String firstId(Instant at) {
    return String.format(Locale.ROOT, "use_%012x", at.toEpochMilli());
  }
}
