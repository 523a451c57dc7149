package io.openvpos.authorization.checkout;

import io.openvpos.authorization.payment.PaymentRecord;
import java.net.URI;
import java.util.Optional;

/// Where the payer's browser must go before a payment goes on, as for 3-D Secure. The page sends it
/// there while the payment is `requires_action`; the other side sends it back to the session's own
/// address, which looks at the payment anew.
@FunctionalInterface
public interface PayerActions {

  /// Empty where the payment needs nothing of the payer.
  Optional<URI> next(PaymentRecord payment);

  /// Where no payment ever needs anything.
  static PayerActions none() {
    return payment -> Optional.empty();
  }
}
