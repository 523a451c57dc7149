package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.Keys;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.Payments;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import java.util.Optional;

/// A caller's own payments. Another merchant's, or one of the other mode, is not found.
final class OwnPayments {

  private final Payments payments;

  OwnPayments(Payments payments) {
    this.payments = payments;
  }

  PaymentRecord find(Caller.MerchantKey caller, String paymentId) {
    return look(caller, paymentId).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  PaymentRecord ofRefund(Caller.MerchantKey caller, String refundId) {
    return Keys.paymentOf(refundId)
        .flatMap(paymentId -> look(caller, paymentId))
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  Optional<PaymentRecord> look(Caller.MerchantKey caller, String paymentId) {
    return payments
        .find(paymentId)
        .filter(record ->
            record.payment().terms().merchantId().equals(caller.merchantId())
                && record.payment().terms().mode() == caller.mode());
  }
}
