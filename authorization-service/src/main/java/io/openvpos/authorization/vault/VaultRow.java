package io.openvpos.authorization.vault;

import io.openvpos.money.Mode;
import java.time.Instant;

/// One merchant's card as it is stored. Nothing here names the card but to the vault's keys.
///
/// @param id the keyed HMAC of merchant, mode and number: one row for each
/// @param envelope the encrypted number
/// @param expiry `YYMM`, as last submitted
/// @param lastUsed retention counts from here; renewed at most daily
public record VaultRow(
    String id,
    String token,
    String merchantId,
    Mode mode,
    String envelope,
    String expiry,
    Instant lastUsed,
    long version) {

  /// What the envelope is bound to.
  String owner() {
    return token + "|" + merchantId + "|" + mode.code();
  }

  VaultRow renewed(String newEnvelope, String newExpiry, Instant now) {
    return new VaultRow(id, token, merchantId, mode, newEnvelope, newExpiry, now, version);
  }

  @Override
  public String toString() {
    return "VaultRow[" + token + "]";
  }
}
