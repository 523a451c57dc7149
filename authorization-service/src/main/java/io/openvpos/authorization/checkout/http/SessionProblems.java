package io.openvpos.authorization.checkout.http;

import io.openvpos.authorization.checkout.OpenCheckout.Opening;
import io.openvpos.messaging.http.ProblemException;

/// What a shop is told where no session was opened.
final class SessionProblems {

  private SessionProblems() {}

  static ProblemException of(Opening refused) {
    return switch (refused) {
      case Opening.KeyReused _ -> ProblemException.of(422, "idempotency_key_reused");
      case Opening.KeyExpired _ -> ProblemException.of(409, "idempotency_key_expired");
      case Opening.Wrong(var pointer, var code) -> ProblemException.invalid(pointer, code);
      case Opening.NotActive _ -> ProblemException.of(403, "merchant_not_active");
      case Opening.Opened _ -> throw new IllegalArgumentException("not refused");
    };
  }
}
