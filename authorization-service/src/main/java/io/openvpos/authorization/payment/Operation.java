package io.openvpos.authorization.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An idempotency key that was used on a payment after its creation.
///
/// @param key derived from method, path and key, see [Keys#operation]
/// @param requestHash of the parsed body; another body under this key is refused
/// @param writer new with each request that executes, so that it recognises its own write
/// @param begunId the refund or increment that it began; null for other operations
/// @param rejection true if it changed nothing
/// @param answer null while the first request runs, and again when its time is over
public record Operation(
    String key,
    String requestHash,
    String writer,
    Instant at,
    @Nullable String begunId,
    boolean rejection,
    @Nullable FrozenAnswer answer) {

  Operation answered(FrozenAnswer first) {
    return new Operation(key, requestHash, writer, at, begunId, rejection, first);
  }

  Operation forgotten() {
    return new Operation(key, requestHash, writer, at, begunId, rejection, null);
  }
}
