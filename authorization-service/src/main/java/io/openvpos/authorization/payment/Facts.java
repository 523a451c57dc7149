package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentEvent;
import io.openvpos.messaging.outbox.OutboxEntry;
import java.util.List;

/// Puts the facts among a payment's events into the words that other services read.
public interface Facts {

  /// The outbox entries of the facts, in order.
  ///
  /// @param after the payment after all of the events
  List<OutboxEntry> of(Payment after, List<PaymentEvent> events);
}
