package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.Keys;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.Payments;
import io.openvpos.messaging.http.ProblemException;
import java.util.Optional;

/// The payments that a caller may see. All others are not found.
final class OwnPayments {

  private final Payments payments;

  OwnPayments(Payments payments) {
    this.payments = payments;
  }

  PaymentRecord find(PaymentScope scope, String paymentId) {
    return look(scope, paymentId).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  PaymentRecord ofRefund(PaymentScope scope, String refundId) {
    return Keys.paymentOf(refundId)
        .flatMap(paymentId -> look(scope, paymentId))
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  Optional<PaymentRecord> look(PaymentScope scope, String paymentId) {
    return payments.find(paymentId).filter(scope::covers);
  }
}
