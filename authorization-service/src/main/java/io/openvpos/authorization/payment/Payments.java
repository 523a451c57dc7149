package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.PaymentEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The stored payments. Every method may throw a [StoreUnavailableException].
public interface Payments {

  Optional<PaymentRecord> find(String paymentId);

  /// Inserts a payment with the facts that it begins with. False if its id is taken.
  boolean add(PaymentRecord first, List<PaymentEvent> events);

  /// The compare-and-set: stores `after` with the facts among `events` in its outbox if the payment
  /// is still what `before` says. False if it is not; nothing is changed then.
  boolean store(PaymentRecord before, PaymentRecord after, List<PaymentEvent> events);

  /// Sends the facts that the payment was read with; those on their way already are not sent twice.
  void send(PaymentRecord read);

  /// Finds the facts that any instance left unsent, and sends them.
  void sendLeft();

  /// Newest first by creation, then by id.
  List<PaymentRecord> list(PaymentQuery query);

  /// The payments whose next advice was forwarded at least so often, by id.
  ///
  /// @param startingAfter only ids after this one; null from the first
  List<PaymentRecord> unacknowledged(int tries, @Nullable String startingAfter, int limit);

  /// The ids of all payments with something left to do at `now`: an attempt past its time, an
  /// advice due, a hold that lapsed.
  void forEachNeedingAttention(Instant now, Consumer<String> each);
}
