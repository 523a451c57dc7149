package io.openvpos.authorization.payment;

import java.time.Instant;
import java.util.Optional;

/// The stored verifications. Every method may throw a [StoreUnavailableException].
public interface Verifications {

  Optional<CardVerification> find(String id);

  /// False if the id is taken.
  boolean add(CardVerification verification);

  /// Stores the answer if the verification is still what was read. False if it is not.
  boolean answer(CardVerification open, FrozenAnswer answer);

  /// Removes some that are older, the oldest first; how many it were.
  int removeMadeBefore(Instant cutoff);
}
