package io.openvpos.authorization.vault;

import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One merchant's card as it is stored. Nothing here names the card but to the vault's keys.
///
/// @param id the token; of rows from before the look-up key had versions, its HMAC
/// @param lookups what the row is found by: the keyed HMACs of merchant, mode and number, each
///   after its key's version and a colon, the newest first. One row for each; a token for one
///   payment has none, as nobody looks for it by number
/// @param envelope the encrypted number
/// @param expiry `YYMM`, as last submitted
/// @param lastUsed retention counts from here; renewed at most daily
/// @param standing what the token is good for
public record VaultRow(
    String id,
    List<String> lookups,
    String token,
    String merchantId,
    Mode mode,
    String envelope,
    String expiry,
    Instant lastUsed,
    long version,
    Standing standing) {

  /// What a token is good for.
  ///
  /// @param takenBy the one payment that a single-use token is for; null until there is one
  /// @param networkTransactionId the network's name of the first payment of a kept card
  /// @param removed that it pays no more; what was paid with it is still refunded
  public record Standing(
      TokenUsage usage,
      @Nullable String takenBy,
      @Nullable String networkTransactionId,
      boolean removed) {

    static Standing of(TokenUsage usage) {
      return new Standing(usage, null, null, false);
    }

    Standing takenBy(String paymentId) {
      return new Standing(usage, paymentId, networkTransactionId, removed);
    }

    Standing remembering(String id) {
      return new Standing(usage, takenBy, id, removed);
    }

    /// Of what a kept card could do nothing is left.
    Standing remove() {
      return new Standing(usage, takenBy, null, true);
    }

    Standing keptAgain() {
      return new Standing(usage, takenBy, networkTransactionId, false);
    }
  }

  public VaultRow {
    lookups = List.copyOf(lookups);
  }

  boolean isRemoved() {
    return standing.removed();
  }

  boolean isSingleUse() {
    return standing.usage() == TokenUsage.SINGLE_USE;
  }

  VaultRow standing(Standing next) {
    return new VaultRow(
        id, lookups, token, merchantId, mode, envelope, expiry, lastUsed, version, next);
  }

  /// What the envelope is bound to.
  String owner() {
    return token + "|" + merchantId + "|" + mode.code();
  }

  VaultRow renewed(String newEnvelope, String newExpiry, Instant now) {
    return new VaultRow(
        id, lookups, token, merchantId, mode, newEnvelope, newExpiry, now, version, standing);
  }

  VaultRow rekeyed(List<String> newLookups, String newEnvelope) {
    return new VaultRow(
        id, newLookups, token, merchantId, mode, newEnvelope, expiry, lastUsed, version, standing);
  }

  @Override
  public String toString() {
    return "VaultRow[" + token + "]";
  }
}
