package io.openvpos.authorization.payment.domain;

import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpRefund;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordLateAnswer;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordRefundApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordRefundDecline;
import io.openvpos.authorization.payment.domain.PaymentCommand.RequestRefund;
import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceStored;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentRefunded;
import io.openvpos.authorization.payment.domain.PaymentEvent.RefundBecameUnknown;
import io.openvpos.authorization.payment.domain.PaymentEvent.RefundFailed;
import io.openvpos.authorization.payment.domain.PaymentEvent.RefundRequested;
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
import io.openvpos.money.Money;
import java.util.ArrayList;
import java.util.List;

/// Returning captured funds: reserved when asked for, allocated to captures when it succeeds.
final class RefundRules {

  private RefundRules() {}

  static Decision request(Payment payment, RequestRefund command) {
    return switch (payment.state()) {
      case Authorized _, Captured _ -> reserve(payment, command);
      case Received _, AwaitingAuthentication _, AuthorizationSent _, OutcomeUnknown _ ->
          Decision.rejected(Rejection.PAYMENT_PROCESSING);
      case Declined _, Reversed _, Voided _, Expired _ ->
          Decision.rejected(Rejection.PAYMENT_NOT_REFUNDABLE);
    };
  }

  private static Decision reserve(Payment payment, RequestRefund command) {
    if (payment.captures().isEmpty()) {
      return Decision.rejected(Rejection.PAYMENT_NOT_REFUNDABLE);
    }
    Money rest = payment.amountCaptured().minus(payment.amountRefunded());
    Money amount = command.amount() == null ? rest : command.amount();
    if (rest.isZero() || amount.compareTo(rest) > 0) {
      return Decision.rejected(Rejection.REFUND_EXCEEDS_CAPTURED);
    }
    Invariant.check(payment.refund(command.refundId()).isEmpty(), "a refund's id is used once");
    return Decision.accepted(
        new RefundRequested(
            command.at(),
            Refund.sent(
                command.refundId(), amount, command.reason(), command.attempt(), command.at())));
  }

  static Decision approve(Payment payment, RecordRefundApproval command) {
    Refund refund = known(payment, command.refundId());
    if (refund.status() != Refund.Status.SENT) {
      return AdviceRules.lateAnswer(
          payment,
          new RecordLateAnswer(command.at(), refund.attempt().rrn(), true, command.responseCode()));
    }
    return Decision.accepted(
        new PaymentRefunded(
            payment.seq() + 1,
            command.day(),
            command.at(),
            refund.id(),
            refund.amount(),
            command.responseCode(),
            allocate(payment, refund.amount())));
  }

  /// Oldest capture first, over succeeded refunds only. What is pending or failed takes nothing, so
  /// the pieces of each capture form one chain; the reservation guarantees that it fits.
  private static List<CapturePortion> allocate(Payment payment, Money amount) {
    List<CapturePortion> portions = new ArrayList<>();
    Money left = amount;
    for (Capture capture : payment.captures()) {
      Money room = capture.refundable();
      Money part = room.compareTo(left) < 0 ? room : left;
      if (part.isPositive()) {
        portions.add(capture.take(part));
        left = left.minus(part);
      }
    }
    Invariant.check(left.isZero(), "a reserved refund fits into the captures");
    return portions;
  }

  static Decision decline(Payment payment, RecordRefundDecline command) {
    Refund refund = known(payment, command.refundId());
    if (refund.status() != Refund.Status.SENT) {
      String networkCode = command.decline().networkCode();
      return AdviceRules.lateAnswer(
          payment,
          new RecordLateAnswer(
              command.at(), refund.attempt().rrn(), false, networkCode == null ? "" : networkCode));
    }
    return Decision.accepted(new RefundFailed(command.at(), refund.id(), command.decline()));
  }

  static Decision giveUp(Payment payment, GiveUpRefund command) {
    Refund refund = known(payment, command.refundId());
    if (refund.status() != Refund.Status.SENT) {
      return Decision.nothing();
    }
    return Decision.accepted(
        new RefundBecameUnknown(command.at(), refund.id()),
        new AdviceStored(command.at(), AdviceRules.ofRefund(payment, refund, command.at())));
  }

  private static Refund known(Payment payment, String refundId) {
    return payment
        .refund(refundId)
        .orElseThrow(() -> new IllegalStateException("no such refund: " + refundId));
  }
}
