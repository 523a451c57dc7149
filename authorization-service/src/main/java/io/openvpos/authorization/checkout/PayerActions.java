package io.openvpos.authorization.checkout;

import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.domain.Authentication;
import io.openvpos.authorization.payment.domain.PaymentState;
import java.net.URI;
import java.util.Optional;

/// Where the payer's browser must go before a payment goes on, as for 3-D Secure. The page sends it
/// there while the payment is `requires_action`; the other side sends it back to the session's own
/// address, which looks at the payment anew.
@FunctionalInterface
public interface PayerActions {

  /// Empty where the payment needs nothing of the payer.
  Optional<URI> next(PaymentRecord payment);

  /// To the page that runs 3-D Secure.
  static PayerActions ofCardholders() {
    return record ->
        Optional.ofNullable(record.payment().authentication())
            .filter(_ -> record.payment().state() instanceof PaymentState.AwaitingAuthentication)
            .map(Authentication::pending)
            .map(pending -> URI.create(pending.url()));
  }
}
