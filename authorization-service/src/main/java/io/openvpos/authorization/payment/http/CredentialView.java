package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.domain.CredentialOnFile;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentState.Approved;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// That a payment is made with a kept card.
///
/// @param networkTransactionId of an initial payment its own, of a later one that of the first
record CredentialView(
    String initiator, String reason, boolean initial, @Nullable String networkTransactionId) {

  static @Nullable CredentialView of(Payment payment) {
    CredentialOnFile credential = payment.terms().credential();
    if (credential == null) {
      return null;
    }
    return new CredentialView(
        credential.initiator().name().toLowerCase(Locale.ROOT),
        credential.reason().name().toLowerCase(Locale.ROOT),
        credential.initial(),
        credential.initial() && payment.state() instanceof Approved approved
            ? approved.approval().networkTransactionId()
            : credential.networkTransactionId());
  }
}
