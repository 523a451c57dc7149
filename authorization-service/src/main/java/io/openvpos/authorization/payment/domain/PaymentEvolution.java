package io.openvpos.authorization.payment.domain;

import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceForwarded;
import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceResolved;
import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceStored;
import io.openvpos.authorization.payment.domain.PaymentEvent.AuthenticationEnded;
import io.openvpos.authorization.payment.domain.PaymentEvent.AuthenticationRequired;
import io.openvpos.authorization.payment.domain.PaymentEvent.AuthorizationRequested;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementApproved;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementBecameUnknown;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementDeclined;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementRequested;
import io.openvpos.authorization.payment.domain.PaymentEvent.LateAnswerArrived;
import io.openvpos.authorization.payment.domain.PaymentEvent.OutcomeBecameUnknown;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentAuthorized;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentCaptured;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentDeclined;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentExpired;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentRefunded;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentReversed;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentVoided;
import io.openvpos.authorization.payment.domain.PaymentEvent.RefundBecameUnknown;
import io.openvpos.authorization.payment.domain.PaymentEvent.RefundFailed;
import io.openvpos.authorization.payment.domain.PaymentEvent.RefundRequested;
import io.openvpos.authorization.payment.domain.PaymentState.Approved;
import io.openvpos.authorization.payment.domain.PaymentState.AuthorizationSent;
import io.openvpos.authorization.payment.domain.PaymentState.Authorized;
import io.openvpos.authorization.payment.domain.PaymentState.AwaitingAuthentication;
import io.openvpos.authorization.payment.domain.PaymentState.Captured;
import io.openvpos.authorization.payment.domain.PaymentState.Declined;
import io.openvpos.authorization.payment.domain.PaymentState.Expired;
import io.openvpos.authorization.payment.domain.PaymentState.OutcomeUnknown;
import io.openvpos.authorization.payment.domain.PaymentState.Reversed;
import io.openvpos.authorization.payment.domain.PaymentState.Voided;

/// What a payment is after an event. Decides nothing.
final class PaymentEvolution {

  private PaymentEvolution() {}

  static Payment evolve(Payment payment, PaymentEvent event) {
    return switch (event) {
      case PaymentEvent.Fact fact -> afterFact(payment.numbered(fact.seq()), fact);
      case AuthenticationRequired required ->
          payment.authenticating(required.authentication()).with(new AwaitingAuthentication());
      case AuthenticationEnded ended ->
          payment.authenticating(authentication(payment).ended(ended.result()));
      case AuthorizationRequested requested ->
          payment.sent(requested.attempt(), new AuthorizationSent());
      case OutcomeBecameUnknown _ -> payment.with(new OutcomeUnknown());
      case AdviceStored stored -> payment.adding(stored.advice());
      case AdviceForwarded forwarded ->
          payment.changingAdvices(advice ->
              advice.number() == forwarded.number()
                  ? advice.forwarded(forwarded.settled())
                  : advice);
      case AdviceResolved resolved ->
          payment.changingAdvices(
              advice -> advice.number() == resolved.number() ? advice.resolved() : advice);
      case LateAnswerArrived late ->
          payment.changingAdvices(advice ->
              late.approved() && advice.reverses(late.rrn()) ? advice.dueAgain() : advice);
      case RefundRequested requested -> payment.adding(requested.refund());
      case RefundBecameUnknown unknown ->
          payment.changingRefund(unknown.refundId(), Refund::unknown);
      case IncrementRequested requested -> payment.adding(requested.increment());
      case IncrementApproved approved ->
          payment.changingIncrement(
              approved.incrementId(), one -> one.with(Increment.Status.APPROVED, null));
      case IncrementBecameUnknown unknown ->
          payment.changingIncrement(
              unknown.incrementId(), one -> one.with(Increment.Status.UNKNOWN, null));
      case IncrementDeclined declined ->
          payment.changingIncrement(
              declined.incrementId(), one -> one.with(declined.status(), declined.decline()));
      case RefundFailed failed ->
          payment.changingRefund(
              failed.refundId(), refund -> refund.failed(failed.decline().code()));
    };
  }

  private static Payment afterFact(Payment payment, PaymentEvent.Fact fact) {
    return switch (fact) {
      case PaymentAuthorized authorized ->
          payment.with(new Authorized(authorized.approval(), authorized.expiresAt()));
      case PaymentDeclined declined -> payment.with(new Declined(declined.decline()));
      case PaymentCaptured captured -> captured(payment, captured);
      case PaymentVoided voided ->
          payment.with(new Voided(approval(payment), voided.seq(), voided.salesDay()));
      case PaymentReversed _ -> payment.with(new Reversed());
      case PaymentRefunded refunded -> refunded(payment, refunded);
      case PaymentExpired _ ->
          payment.with(
              payment.captures().isEmpty()
                  ? new Expired(approval(payment))
                  : new Captured(approval(payment)));
    };
  }

  private static Payment captured(Payment payment, PaymentCaptured fact) {
    Payment after =
        payment.adding(
            new Capture(
                fact.seq(),
                fact.amount(),
                fact.salesDay(),
                fact.contractVersion(),
                fact.finalCapture(),
                fact.at(),
                payment.zero()));
    return fact.finalCapture() ? after.with(new Captured(approval(payment))) : after;
  }

  private static Payment refunded(Payment payment, PaymentRefunded fact) {
    Payment after =
        payment.changingRefund(
            fact.refundId(),
            refund -> refund.succeeded(fact.seq(), fact.salesDay(), fact.portions()));
    for (CapturePortion portion : fact.portions()) {
      after =
          after.changingCaptures(capture ->
              capture.seq() == portion.captureSeq()
                  ? capture.refundedTo(portion.refundedAfter())
                  : capture);
    }
    return after;
  }

  private static Authentication authentication(Payment payment) {
    Authentication asked = payment.authentication();
    return asked == null ? Authentication.none() : asked;
  }

  private static Approval approval(Payment payment) {
    if (payment.state() instanceof Approved approved) {
      return approved.approval();
    }
    throw new IllegalStateException("broken invariant: not approved: " + payment.id());
  }
}
