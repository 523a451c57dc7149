package io.openvpos.authorization.payment.domain;

import io.openvpos.authorization.payment.domain.Decision.Accepted;
import io.openvpos.authorization.payment.domain.PaymentCommand.CapturePayment;
import io.openvpos.authorization.payment.domain.PaymentCommand.DeclineUnsent;
import io.openvpos.authorization.payment.domain.PaymentCommand.ExpirePayment;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpAuthorization;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpIncrement;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpRefund;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordAdvice;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordDecline;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordIncrementApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordIncrementDecline;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordLateAnswer;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordRefundApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordRefundDecline;
import io.openvpos.authorization.payment.domain.PaymentCommand.RequestIncrement;
import io.openvpos.authorization.payment.domain.PaymentCommand.RequestRefund;
import io.openvpos.authorization.payment.domain.PaymentCommand.RequireAuthentication;
import io.openvpos.authorization.payment.domain.PaymentCommand.ResolveAdvice;
import io.openvpos.authorization.payment.domain.PaymentCommand.SendAuthorization;
import io.openvpos.authorization.payment.domain.PaymentCommand.VoidPayment;

/// Decides what a command does to a payment. Total: a command that comes too late, or twice, is
/// accepted with nothing left to do.
public final class PaymentDecider {

  private PaymentDecider() {}

  public static Decision decide(Payment payment, PaymentCommand command) {
    return switch (command) {
      case RequireAuthentication required -> AuthenticationRules.require(payment, required);
      case SendAuthorization send -> AuthorizationRules.send(payment, send);
      case DeclineUnsent decline -> AuthorizationRules.declineUnsent(payment, decline);
      case RecordApproval approval -> AuthorizationRules.approve(payment, approval);
      case RecordDecline decline -> AuthorizationRules.decline(payment, decline);
      case GiveUpAuthorization giveUp -> AuthorizationRules.giveUp(payment, giveUp);
      case ExpirePayment expiry -> AuthorizationRules.expire(payment, expiry);
      case CapturePayment capture -> CaptureRules.capture(payment, capture);
      case VoidPayment voiding -> CaptureRules.voidPayment(payment, voiding);
      case RequestRefund refund -> RefundRules.request(payment, refund);
      case RecordRefundApproval approval -> RefundRules.approve(payment, approval);
      case RecordRefundDecline decline -> RefundRules.decline(payment, decline);
      case GiveUpRefund giveUp -> RefundRules.giveUp(payment, giveUp);
      case RequestIncrement increment -> IncrementRules.request(payment, increment);
      case RecordIncrementApproval approval -> IncrementRules.approve(payment, approval);
      case RecordIncrementDecline decline -> IncrementRules.decline(payment, decline);
      case GiveUpIncrement giveUp -> IncrementRules.giveUp(payment, giveUp);
      case RecordLateAnswer answer -> AdviceRules.lateAnswer(payment, answer);
      case RecordAdvice advice -> AdviceRules.forwarded(payment, advice);
      case ResolveAdvice resolution -> AdviceRules.resolved(payment, resolution);
    };
  }

  /// The payment after everything that was accepted.
  public static Payment evolve(Payment payment, Accepted decision) {
    Payment after = payment;
    for (PaymentEvent event : decision.events()) {
      after = PaymentEvolution.evolve(after, event);
    }
    Invariant.check(
        after.amountRefunded().compareTo(after.amountCaptured()) <= 0
            && after.amountCaptured().compareTo(after.amountAuthorized()) <= 0
            && !after.amountCapturable().isNegative(),
        "refunded <= captured <= authorized");
    return after;
  }
}
