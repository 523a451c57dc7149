package io.openvpos.authorization.vault.held;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of held codes: a key and what it encrypts, apart.
public interface CodeRows {

  /// A code's own key, wrapped.
  ///
  /// @param until when it is to be destroyed
  record KeyRow(String id, String envelope, Instant until) {}

  /// Stores a code and the key that opens it.
  ///
  /// @param sealed nonce and ciphertext with tag, Base64
  void insert(KeyRow key, String sealed);

  Optional<KeyRow> key(String id);

  Optional<String> sealed(String id);

  /// True for the one call that deleted it.
  boolean deleteKey(String id);

  void deleteSealed(String id);

  /// The ids of keys that are past their time.
  List<String> overdue(Instant now);
}
