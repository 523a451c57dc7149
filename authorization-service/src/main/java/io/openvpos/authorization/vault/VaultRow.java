package io.openvpos.authorization.vault;

import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.List;

/// One merchant's card as it is stored. Nothing here names the card but to the vault's keys.
///
/// @param id the token; of rows from before the look-up key had versions, its HMAC
/// @param lookups what the row is found by: the keyed HMACs of merchant, mode and number, each
///   after its key's version and a colon, the newest first. One row for each
/// @param envelope the encrypted number
/// @param expiry `YYMM`, as last submitted
/// @param lastUsed retention counts from here; renewed at most daily
public record VaultRow(
    String id,
    List<String> lookups,
    String token,
    String merchantId,
    Mode mode,
    String envelope,
    String expiry,
    Instant lastUsed,
    long version) {

  public VaultRow {
    lookups = List.copyOf(lookups);
  }

  /// What the envelope is bound to.
  String owner() {
    return token + "|" + merchantId + "|" + mode.code();
  }

  VaultRow renewed(String newEnvelope, String newExpiry, Instant now) {
    return new VaultRow(id, lookups, token, merchantId, mode, newEnvelope, newExpiry, now, version);
  }

  VaultRow rekeyed(List<String> newLookups, String newEnvelope) {
    return new VaultRow(
        id, newLookups, token, merchantId, mode, newEnvelope, expiry, lastUsed, version);
  }

  @Override
  public String toString() {
    return "VaultRow[" + token + "]";
  }
}
