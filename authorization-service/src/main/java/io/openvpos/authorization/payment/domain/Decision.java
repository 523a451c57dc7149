package io.openvpos.authorization.payment.domain;

import java.util.ArrayList;
import java.util.List;

/// The outcome of deciding one command: what happens, or why nothing does.
public sealed interface Decision {

  /// The events in the order they happen. Empty: the command has nothing left to do.
  record Accepted(List<PaymentEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /// Nothing happens.
  record Rejected(Rejection reason) implements Decision {}

  static Decision accepted(PaymentEvent... events) {
    return new Accepted(List.of(events));
  }

  /// The first event and what follows from it.
  static Decision accepted(PaymentEvent first, List<? extends PaymentEvent> rest) {
    List<PaymentEvent> events = new ArrayList<>();
    events.add(first);
    events.addAll(rest);
    return new Accepted(events);
  }

  static Decision nothing() {
    return new Accepted(List.of());
  }

  static Decision rejected(Rejection reason) {
    return new Rejected(reason);
  }
}
