package io.openvpos.authorization.vault;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Uses in durable storage. Every method may throw a [VaultUnavailableException].
public interface CardUseRows {

  /// What an auditor asks for.
  ///
  /// @param token of this token only, if given
  /// @param merchantId of this merchant only, if given
  /// @param beforeId older than this one, if given
  record Question(
      @Nullable String token, @Nullable String merchantId, @Nullable String beforeId, int most) {}

  /// Returns once all of them are there.
  void insert(List<CardUse> uses);

  /// The newest first.
  List<CardUse> list(Question question);

  void removeBefore(Instant at);
}
