package io.openvpos.sandbox.store;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a condition on a time leaves over, ends included. The condition itself may say more.
///
/// @param from null if it has no beginning
/// @param to null if it has no end
record InstantRange(@Nullable Instant from, @Nullable Instant to) {

  /// Nothing where the condition bounds no time.
  static Optional<InstantRange> of(@Nullable Object condition) {
    if (!(condition instanceof Document bounds)) {
      return Optional.empty();
    }
    Instant from = first(bounds, "$gte", "$gt");
    Instant to = first(bounds, "$lte", "$lt");
    return from == null && to == null ? Optional.empty() : Optional.of(new InstantRange(from, to));
  }

  private static @Nullable Instant first(Document bounds, String including, String excluding) {
    return bounds.get(including) instanceof Instant bound
        ? bound
        : bounds.get(excluding) instanceof Instant other ? other : null;
  }
}
