package io.openvpos.authorization.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The vault's rows in durable storage. Every method may throw a [VaultUnavailableException].
public interface VaultRows {

  /// What became of a change of keys.
  enum Rekeyed {
    DONE,
    /// The row was changed or removed meanwhile.
    CHANGED,
    /// Another row has one of the names: one card has two rows.
    TAKEN
  }

  /// The row that has this name, among others.
  Optional<VaultRow> find(String lookup);

  Optional<VaultRow> findByToken(String token);

  /// False if a row with one of its names is there already.
  boolean insert(VaultRow row);

  /// Replaces envelope, expiry and last use if the stored version is still the row's. False if it
  /// is not, or if the row is gone.
  boolean renew(VaultRow row);

  /// Replaces the standing if the stored version is still the row's.
  boolean stand(VaultRow row);

  /// Replaces names and envelope if the stored version is still the row's.
  Rekeyed rekey(VaultRow row);

  /// Rows in the order of their ids.
  ///
  /// @param afterId the id of the last one seen; empty at first
  List<VaultRow> after(String afterId, int most);

  /// Removes the rows not used since, each only if it is still as it was found.
  ///
  /// @return how many were found
  int removeUnusedSince(Instant lastUse);

  /// Removes the tokens for one payment that none has taken, likewise.
  int removeUntakenSince(Instant lastUse);
}
