package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.Rejection;
import java.time.Duration;

/// What a use case answers to the request.
public sealed interface Reply {

  /// The stored answer.
  ///
  /// @param replayed true if an earlier request was given it first
  record Answered(FrozenAnswer answer, boolean replayed) implements Reply {}

  /// The payment does not allow it; nothing is stored and the key stays free.
  record Rejected(Rejection reason) implements Reply {}

  /// A field is wrong in a way that only the merchant's terms or the vault know.
  record Invalid(String pointer, String code) implements Reply {}

  /// Not executed; nothing is stored for this request.
  record Refused(Refusal refusal) implements Reply {}

  /// Not executed: too many cards were tried lately, by somebody or of one card.
  ///
  /// @param retryAfter when one more may be made
  record TooMany(Duration retryAfter) implements Reply {}

  /// Why a request is not executed.
  enum Refusal {
    IDEMPOTENCY_KEY_REUSED,
    IDEMPOTENCY_IN_PROGRESS,
    IDEMPOTENCY_KEY_EXPIRED,
    MERCHANT_NOT_ACTIVE,
    TOO_MANY_OPERATIONS,
    ISSUER_UNREACHABLE,
    SERVICE_UNAVAILABLE
  }

  static Reply refused(Refusal refusal) {
    return new Refused(refusal);
  }
}
