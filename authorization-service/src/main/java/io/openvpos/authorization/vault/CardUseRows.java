package io.openvpos.authorization.vault;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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

  /// The time of the first use at that time or later.
  Optional<Instant> firstFrom(Instant from);

  /// The uses of that stretch, without its end, in the order of their ids.
  Iterator<CardUse> between(Instant from, Instant to);

  void removeBefore(Instant at);
}
