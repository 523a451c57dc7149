package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.Increment;
import io.openvpos.authorization.payment.domain.Payment;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An increment as the merchant reads it.
record IncrementView(
    String id,
    String object,
    String paymentId,
    String status,
    long amount,
    String currency,
    PaymentView.@Nullable Refusal decline,
    String createdAt) {

  /// @param declineText the text of a decline code in the caller's language
  static IncrementView of(
      Payment payment, Increment increment, Function<String, String> declineText) {
    Decline decline = increment.decline();
    return new IncrementView(
        increment.id(),
        "increment",
        payment.id(),
        status(increment),
        increment.amount().minorUnits(),
        increment.amount().currency().getCurrencyCode(),
        decline == null ? null : PaymentView.Refusal.of(decline, declineText),
        increment.createdAt().toString());
  }

  private static String status(Increment increment) {
    return switch (increment.status()) {
      case SENT, UNKNOWN -> "pending";
      case APPROVED -> "approved";
      case DECLINED -> "declined";
      case REVERSED -> "reversed";
    };
  }
}
