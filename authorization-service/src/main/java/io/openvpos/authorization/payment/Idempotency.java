package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.Reply.Refusal;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a key that was used before answers, and that a key runs once at a time on this instance.
final class Idempotency {

  private final Claims claims = new Claims();

  /// The reply to a repeated key: another body is refused for ever, also after the answer is gone.
  static Reply repeated(
      String requestHash,
      String firstHash,
      Instant firstAt,
      @Nullable FrozenAnswer first,
      Instant now) {
    if (!requestHash.equals(firstHash)) {
      return Reply.refused(Refusal.IDEMPOTENCY_KEY_REUSED);
    }
    if (PaymentRecord.overdue(firstAt, now)) {
      return Reply.refused(Refusal.IDEMPOTENCY_KEY_EXPIRED);
    }
    return first == null
        ? Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS)
        : new Reply.Answered(first, true);
  }

  /// Runs the first request of a key, unless one runs already.
  Reply once(String id, String requestHash, Supplier<Reply> first) {
    return switch (claims.take(id, requestHash)) {
      case SAME_REQUEST -> Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS);
      case OTHER_REQUEST -> Reply.refused(Refusal.IDEMPOTENCY_KEY_REUSED);
      case FREE -> {
        try {
          yield first.get();
        } finally {
          claims.release(id);
        }
      }
    };
  }
}
