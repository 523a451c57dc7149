package io.openvpos.authorization.payment.domain;

import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpIncrement;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordIncrementApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordIncrementDecline;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordLateAnswer;
import io.openvpos.authorization.payment.domain.PaymentCommand.RequestIncrement;
import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceStored;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementApproved;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementBecameUnknown;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementDeclined;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementRequested;
import io.openvpos.authorization.payment.domain.PaymentState.AuthorizationSent;
import io.openvpos.authorization.payment.domain.PaymentState.Authorized;
import io.openvpos.authorization.payment.domain.PaymentState.AwaitingAuthentication;
import io.openvpos.authorization.payment.domain.PaymentState.Captured;
import io.openvpos.authorization.payment.domain.PaymentState.Declined;
import io.openvpos.authorization.payment.domain.PaymentState.Expired;
import io.openvpos.authorization.payment.domain.PaymentState.OutcomeUnknown;
import io.openvpos.authorization.payment.domain.PaymentState.Received;
import io.openvpos.authorization.payment.domain.PaymentState.Reversed;
import io.openvpos.authorization.payment.domain.PaymentState.Voided;
import java.time.Instant;

/// Holding more than was first authorized. One increment is on its way at a time, and while it is,
/// nothing ends the hold: so an approval always finds the payment still authorized.
final class IncrementRules {

  private IncrementRules() {}

  static Decision request(Payment payment, RequestIncrement command) {
    return switch (payment.state()) {
      case Authorized held when held.lapsedAt(command.at()) ->
          Decision.rejected(Rejection.PAYMENT_NOT_INCREMENTABLE);
      case Authorized _ when payment.incrementSent() ->
          Decision.rejected(Rejection.PAYMENT_PROCESSING);
      case Authorized _ -> sent(payment, command);
      case Received _, AwaitingAuthentication _, AuthorizationSent _, OutcomeUnknown _ ->
          Decision.rejected(Rejection.PAYMENT_PROCESSING);
      case Captured _, Declined _, Reversed _, Voided _, Expired _ ->
          Decision.rejected(Rejection.PAYMENT_NOT_INCREMENTABLE);
    };
  }

  private static Decision sent(Payment payment, RequestIncrement command) {
    Invariant.check(
        payment.increment(command.incrementId()).isEmpty(), "an increment's id is used once");
    return Decision.accepted(
        new IncrementRequested(
            command.at(),
            Increment.sent(
                command.incrementId(), command.amount(), command.attempt(), command.at())));
  }

  static Decision approve(Payment payment, RecordIncrementApproval command) {
    Increment increment = known(payment, command.incrementId());
    if (!increment.sent()) {
      return late(payment, increment, command.at(), true, command.approval().responseCode());
    }
    Invariant.check(
        payment.state() instanceof Authorized, "nothing ends a hold while it is incremented");
    return Decision.accepted(
        new IncrementApproved(command.at(), increment.id(), command.approval()));
  }

  static Decision decline(Payment payment, RecordIncrementDecline command) {
    Increment increment = known(payment, command.incrementId());
    if (!increment.sent()) {
      String networkCode = command.decline().networkCode();
      return late(payment, increment, command.at(), false, networkCode == null ? "" : networkCode);
    }
    return Decision.accepted(
        new IncrementDeclined(
            command.at(), increment.id(), Increment.Status.DECLINED, command.decline()));
  }

  static Decision giveUp(Payment payment, GiveUpIncrement command) {
    Increment increment = known(payment, command.incrementId());
    if (!increment.sent()) {
      return Decision.nothing();
    }
    return Decision.accepted(
        new IncrementBecameUnknown(command.at(), increment.id()),
        new AdviceStored(command.at(), AdviceRules.ofIncrement(payment, increment, command.at())));
  }

  /// An answer that lost against the deadline is a late one.
  private static Decision late(
      Payment payment, Increment increment, Instant at, boolean approved, String responseCode) {
    return AdviceRules.lateAnswer(
        payment, new RecordLateAnswer(at, increment.attempt().rrn(), approved, responseCode));
  }

  private static Increment known(Payment payment, String incrementId) {
    return payment
        .increment(incrementId)
        .orElseThrow(() -> new IllegalStateException("no such increment: " + incrementId));
  }
}
