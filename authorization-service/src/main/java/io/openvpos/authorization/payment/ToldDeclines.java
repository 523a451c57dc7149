package io.openvpos.authorization.payment;

import io.openvpos.authorization.guard.CardTestingGuard;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentEvent;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentDeclined;
import java.util.List;
import java.util.function.BiConsumer;

/// Tells the guard of each decline that says something of the card or of who holds it.
record ToldDeclines(CardTestingGuard guard) implements BiConsumer<Payment, List<PaymentEvent>> {

  @Override
  public void accept(Payment payment, List<PaymentEvent> events) {
    boolean declined =
        events.stream()
            .anyMatch(one -> one instanceof PaymentDeclined fact && counts(fact.decline()));
    if (declined) {
      guard.declined(payment.terms().paymentId());
    }
  }

  private static boolean counts(Decline decline) {
    return !decline.code().equals(Decline.ISSUER_UNAVAILABLE);
  }
}
