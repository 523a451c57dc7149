package io.openvpos.authorization.vault;

import java.time.Instant;
import java.util.Optional;

/// Imported tables in durable storage. Every method may throw a [VaultUnavailableException].
public interface StoredBinTables {

  /// One of them, as its file was written.
  record Table(int version, String text, Instant importedAt) {}

  Optional<Table> newest();

  /// False if there is one of that version.
  boolean add(Table table);
}
