package io.openvpos.authorization.vault;

import java.time.Instant;
import java.util.Optional;

/// The vault's rows in durable storage. Every method may throw a [VaultUnavailableException].
public interface VaultRows {

  Optional<VaultRow> find(String id);

  Optional<VaultRow> findByToken(String token);

  /// False if a row of that id is there already.
  boolean insert(VaultRow row);

  /// Replaces envelope, expiry and last use if the stored version is still the row's. False if it
  /// is not, or if the row is gone.
  boolean renew(VaultRow row);

  /// Removes the rows not used since, each only if it is still as it was found.
  ///
  /// @return how many were found
  int removeUnusedSince(Instant lastUse);
}
