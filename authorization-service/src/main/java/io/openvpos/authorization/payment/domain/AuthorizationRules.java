package io.openvpos.authorization.payment.domain;

import io.openvpos.authorization.payment.domain.PaymentCommand.DeclineUnsent;
import io.openvpos.authorization.payment.domain.PaymentCommand.ExpirePayment;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpAuthorization;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordDecline;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordLateAnswer;
import io.openvpos.authorization.payment.domain.PaymentCommand.SendAuthorization;
import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceStored;
import io.openvpos.authorization.payment.domain.PaymentEvent.AuthenticationEnded;
import io.openvpos.authorization.payment.domain.PaymentEvent.AuthorizationRequested;
import io.openvpos.authorization.payment.domain.PaymentEvent.OutcomeBecameUnknown;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentAuthorized;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentCaptured;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentDeclined;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentExpired;
import io.openvpos.authorization.payment.domain.PaymentState.AuthorizationSent;
import io.openvpos.authorization.payment.domain.PaymentState.Authorized;
import io.openvpos.authorization.payment.domain.PaymentState.AwaitingAuthentication;
import io.openvpos.authorization.payment.domain.PaymentState.Received;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;

/// From the request to the issuer's answer, and the end of a hold by time.
final class AuthorizationRules {

  private AuthorizationRules() {}

  /// What waited for an authentication and went on already is left as it is.
  static Decision send(Payment payment, SendAuthorization command) {
    if (command.result() != null && !(payment.state() instanceof AwaitingAuthentication)) {
      return Decision.nothing();
    }
    Invariant.check(notSent(payment), "an authorization is sent once");
    AuthorizationRequested requested = new AuthorizationRequested(command.at(), command.attempt());
    AuthenticationResult result = command.result();
    return result == null
        ? Decision.accepted(requested)
        : Decision.accepted(new AuthenticationEnded(command.at(), result), requested);
  }

  static Decision declineUnsent(Payment payment, DeclineUnsent command) {
    if (command.result() != null && !(payment.state() instanceof AwaitingAuthentication)) {
      return Decision.nothing();
    }
    Invariant.check(notSent(payment), "declined before anything is sent");
    PaymentDeclined declined =
        new PaymentDeclined(payment.seq() + 1, command.day(), command.at(), command.decline());
    AuthenticationResult result = command.result();
    return result == null
        ? Decision.accepted(declined)
        : Decision.accepted(new AuthenticationEnded(command.at(), result), declined);
  }

  private static boolean notSent(Payment payment) {
    return payment.state() instanceof Received || payment.state() instanceof AwaitingAuthentication;
  }

  /// An approval that lost against the deadline is a late answer.
  static Decision approve(Payment payment, RecordApproval command) {
    if (!(payment.state() instanceof AuthorizationSent)) {
      return AdviceRules.lateAnswer(
          payment,
          new RecordLateAnswer(
              command.at(), payment.sentAttempt().rrn(), true, command.approval().responseCode()));
    }
    PaymentAuthorized authorized =
        new PaymentAuthorized(
            payment.seq() + 1,
            command.day(),
            command.at(),
            command.approval(),
            command.expiresAt());
    if (payment.terms().captureMethod() == CaptureMethod.MANUAL) {
      return Decision.accepted(authorized);
    }
    return Decision.accepted(
        authorized,
        new PaymentCaptured(
            payment.seq() + 2,
            command.day(),
            command.at(),
            payment.terms().amount(),
            ContractVersion.on(command.day(), command.versions()),
            true,
            payment.zero()));
  }

  static Decision decline(Payment payment, RecordDecline command) {
    if (!(payment.state() instanceof AuthorizationSent)) {
      String networkCode = command.decline().networkCode();
      return AdviceRules.lateAnswer(
          payment,
          new RecordLateAnswer(
              command.at(),
              payment.sentAttempt().rrn(),
              false,
              networkCode == null ? "" : networkCode));
    }
    return Decision.accepted(
        new PaymentDeclined(payment.seq() + 1, command.day(), command.at(), command.decline()));
  }

  static Decision giveUp(Payment payment, GiveUpAuthorization command) {
    if (!(payment.state() instanceof AuthorizationSent)) {
      return Decision.nothing();
    }
    return Decision.accepted(
        new OutcomeBecameUnknown(command.at()),
        new AdviceStored(command.at(), AdviceRules.ofAuthorization(payment, command.at())));
  }

  static Decision expire(Payment payment, ExpirePayment command) {
    if (!(payment.state() instanceof Authorized held)
        || !held.lapsedAt(command.at())
        || payment.incrementSent()) {
      return Decision.nothing();
    }
    PaymentExpired expired =
        new PaymentExpired(
            payment.seq() + 1, command.day(), command.at(), payment.amountCapturable());
    return Decision.accepted(
        expired,
        AdviceRules.releasing(payment, Advice.Cause.EXPIRY, payment.capturedSoFar(), command.at()));
  }
}
