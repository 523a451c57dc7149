package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.Refund;
import org.jspecify.annotations.Nullable;

/// A refund as the merchant reads it.
record RefundView(
    String id,
    String object,
    String paymentId,
    String status,
    long amount,
    String currency,
    @Nullable String reason,
    @Nullable String failureCode,
    String createdAt) {

  static RefundView of(Payment payment, Refund refund) {
    return new RefundView(
        refund.id(),
        "refund",
        payment.id(),
        status(refund),
        refund.amount().minorUnits(),
        refund.amount().currency().getCurrencyCode(),
        refund.reason(),
        refund.failureCode(),
        refund.createdAt().toString());
  }

  private static String status(Refund refund) {
    return switch (refund.status()) {
      case SENT, UNKNOWN -> "pending";
      case SUCCEEDED -> "succeeded";
      case FAILED -> "failed";
    };
  }
}
