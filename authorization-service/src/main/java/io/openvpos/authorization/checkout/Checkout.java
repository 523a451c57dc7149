package io.openvpos.authorization.checkout;

import io.openvpos.authorization.checkout.domain.AttemptRules;
import io.openvpos.authorization.checkout.domain.CheckoutSession;
import io.openvpos.authorization.checkout.domain.CheckoutSession.Declined;
import io.openvpos.authorization.checkout.domain.CheckoutSession.State;
import io.openvpos.authorization.payment.Answers;
import io.openvpos.authorization.payment.AuthorizationOrder;
import io.openvpos.authorization.payment.AuthorizePayment;
import io.openvpos.authorization.payment.OperatePayment;
import io.openvpos.authorization.payment.OperationOrder;
import io.openvpos.authorization.payment.OperationOrder.Action;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.Payments;
import io.openvpos.authorization.payment.Reply;
import io.openvpos.authorization.payment.Reply.Refusal;
import io.openvpos.authorization.payment.domain.PaymentState;
import io.openvpos.authorization.vault.VaultUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Looks at, pays in and cancels sessions. The session's document says which attempt is live; the
/// payment's own says what became of it, and looking at a session brings its document up to date.
/// So nothing has to be found and mended after a crash.
///
/// See docs/decisions/0070-one-payment-a-session.md.
public final class Checkout {

  private final CheckoutSessions sessions;
  private final Payments payments;
  private final AuthorizePayment authorize;
  private final OperatePayment operate;
  private final Answers answers;
  private final AttemptRules rules;
  private final Clock clock;

  public Checkout(
      CheckoutSessions sessions,
      Payments payments,
      AuthorizePayment authorize,
      OperatePayment operate,
      Answers answers,
      AttemptRules rules,
      Clock clock) {
    this.sessions = sessions;
    this.payments = payments;
    this.authorize = authorize;
    this.operate = operate;
    this.answers = answers;
    this.rules = rules;
    this.clock = clock;
  }

  /// What sending a card came to.
  public sealed interface Sent {

    /// The session as it is after it; also where another attempt was faster.
    record Taken(Seen seen) implements Sent {}

    /// A field is wrong, by its pointer in a payment's body; the attempt may be made again.
    record Wrong(String pointer, String code) implements Sent {}

    /// Nothing was begun: too many cards were tried lately. The attempt may be made again later.
    record TooMany() implements Sent {}

    /// Nothing was begun; the attempt may be made again.
    record NotNow(Refusal why) implements Sent {}
  }

  /// Empty if there is no such session.
  public Optional<Seen> look(String id) {
    return sessions.byId(id).map(this::settled);
  }

  /// Sends a card for attempt `number`, if that is the one that may be made.
  public Sent pay(CheckoutSession read, int number, AuthorizationOrder order) {
    if (!read.mayClaim(number, now(), rules)) {
      return new Sent.Taken(settled(read));
    }
    CheckoutSession claimed = read.claimed(now());
    return sessions.store(claimed)
        ? attempted(claimed.stored(), order)
        : pay(again(read), number, order);
  }

  /// False if the session is not open any more.
  public boolean cancel(CheckoutSession read) {
    CheckoutSession session = settled(read).session();
    if (session.state() == State.CANCELED) {
      return true;
    }
    return session.state() == State.OPEN
        && (sessions.store(session.canceled()) || cancel(again(session)));
  }

  private Sent attempted(CheckoutSession claimed, AuthorizationOrder order) {
    try {
      return switch (authorize.handle(order, answers)) {
        case Reply.Answered _ -> new Sent.Taken(settled(claimed));
        // Another instance or thread is at the same payment.
        case Reply.Refused(Refusal why) when why == Refusal.IDEMPOTENCY_IN_PROGRESS ->
            new Sent.Taken(settled(claimed));
        case Reply.Refused(Refusal why) -> {
          release(claimed);
          yield new Sent.NotNow(why);
        }
        case Reply.TooMany _ -> {
          release(claimed);
          yield new Sent.TooMany();
        }
        case Reply.Invalid(String pointer, String code) -> {
          release(claimed);
          yield new Sent.Wrong(pointer, code);
        }
        case Reply.Rejected rejected ->
            throw new IllegalStateException("a new payment has no state: " + rejected);
      };
    } catch (VaultUnavailableException away) {
      release(claimed);
      return new Sent.NotNow(Refusal.SERVICE_UNAVAILABLE);
    }
  }

  /// If somebody changed the session meanwhile, there is nothing to give back.
  private void release(CheckoutSession claimed) {
    var _ = sessions.store(claimed.released());
  }

  private Seen settled(CheckoutSession read) {
    CheckoutSession session = read;
    while (true) {
      Optional<PaymentRecord> payment = payment(session);
      CheckoutSession next = following(session, payment);
      if (next.equals(session)) {
        return new Seen(
            session, session.statusAt(now(), rules, payment.isEmpty()), payment.orElse(null));
      }
      session = sessions.store(next) ? next.stored() : again(session);
    }
  }

  private Optional<PaymentRecord> payment(CheckoutSession session) {
    String approved = session.paymentId();
    if (approved != null) {
      return payments.find(approved);
    }
    return session.claimed()
        ? payments.find(CheckoutOrders.paymentId(session.terms(), session.liveAttempt()))
        : Optional.empty();
  }

  /// What the payment makes of the session.
  private CheckoutSession following(CheckoutSession session, Optional<PaymentRecord> payment) {
    if (payment.isEmpty() || session.state() == State.PAID) {
      return session;
    }
    PaymentRecord found = payment.get();
    return switch (found.payment().state()) {
      case PaymentState.Received _,
          PaymentState.AwaitingAuthentication _,
          PaymentState.AuthorizationSent _,
          PaymentState.OutcomeUnknown _ ->
          session.state() == State.OPEN ? session.claimed(now()) : session;
      case PaymentState.Declined(var decline) -> over(session, found, decline.code());
      case PaymentState.Reversed _ -> over(session, found, "reversed");
      case PaymentState.Approved approved -> approved(session, found, approved);
    };
  }

  private static CheckoutSession over(CheckoutSession session, PaymentRecord found, String code) {
    return session.state() == State.CANCELED
        ? session
        : session.declined(new Declined(found.id(), code));
  }

  /// A payment that comes after the session was cancelled was begun before it by an instance that
  /// stood still meanwhile. Nobody waits for it: it is given back.
  private CheckoutSession approved(
      CheckoutSession session, PaymentRecord found, PaymentState.Approved state) {
    if (session.state() != State.CANCELED) {
      return session.paid(found.id());
    }
    boolean held =
        state instanceof PaymentState.Authorized || state instanceof PaymentState.Captured;
    if (held) {
      var _ =
          operate.handle(
              found,
              new OperationOrder("checkout-canceled", "checkout-canceled", new Action.Voiding()),
              answers);
    }
    return session;
  }

  private CheckoutSession again(CheckoutSession session) {
    return sessions.byKey(session.terms().key()).orElseThrow();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
