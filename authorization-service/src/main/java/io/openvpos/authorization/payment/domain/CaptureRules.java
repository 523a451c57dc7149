package io.openvpos.authorization.payment.domain;

import io.openvpos.authorization.payment.domain.PaymentCommand.CapturePayment;
import io.openvpos.authorization.payment.domain.PaymentCommand.VoidPayment;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentCaptured;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentVoided;
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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Claiming a hold, and cancelling within the business day.
final class CaptureRules {

  private CaptureRules() {}

  static Decision capture(Payment payment, CapturePayment command) {
    return switch (payment.state()) {
      // The sweep that expires it may come a while after the instant.
      case Authorized held when held.lapsedAt(command.at()) ->
          Decision.rejected(Rejection.PAYMENT_NOT_CAPTURABLE);
      case Authorized _ -> captureHeld(payment, command);
      case Captured _ -> Decision.rejected(whyNotMore(payment, command.amount()));
      case Received _, AwaitingAuthentication _, AuthorizationSent _, OutcomeUnknown _ ->
          Decision.rejected(Rejection.PAYMENT_PROCESSING);
      case Declined _, Reversed _, Voided _, Expired _ ->
          Decision.rejected(Rejection.PAYMENT_NOT_CAPTURABLE);
    };
  }

  private static Decision captureHeld(Payment payment, CapturePayment command) {
    Money rest = payment.amountCapturable();
    Money amount = command.amount() == null ? rest : command.amount();
    if (amount.compareTo(rest) > 0) {
      return Decision.rejected(Rejection.CAPTURE_EXCEEDS_AUTHORIZED);
    }
    boolean last = command.finalCapture() || amount.equals(rest);
    if (last && payment.incrementSent()) {
      return Decision.rejected(Rejection.PAYMENT_PROCESSING);
    }
    PaymentCaptured captured =
        new PaymentCaptured(
            payment.seq() + 1,
            command.day(),
            command.at(),
            amount,
            ContractVersion.on(command.day(), command.versions()),
            last,
            last ? rest.minus(amount) : payment.zero());
    if (!last) {
      return Decision.accepted(captured);
    }
    Money kept = payment.capturedSoFar().plus(amount);
    return Decision.accepted(
        captured, AdviceRules.releasing(payment, Advice.Cause.PARTIAL_RELEASE, kept, command.at()));
  }

  /// Captured for good: the amount is the reason if it was all of the hold, or if the request goes
  /// past the hold; otherwise the rest was released and the state is the reason.
  private static Rejection whyNotMore(Payment payment, @Nullable Money amount) {
    Money held = payment.amountAuthorized();
    Money captured = payment.amountCaptured();
    boolean beyond =
        captured.equals(held) || (amount != null && captured.plus(amount).compareTo(held) > 0);
    return beyond ? Rejection.CAPTURE_EXCEEDS_AUTHORIZED : Rejection.PAYMENT_NOT_CAPTURABLE;
  }

  static Decision voidPayment(Payment payment, VoidPayment command) {
    return switch (payment.state()) {
      case Authorized _, Captured _ -> voidHeld(payment, command);
      case Received _, AwaitingAuthentication _, AuthorizationSent _, OutcomeUnknown _ ->
          Decision.rejected(Rejection.PAYMENT_PROCESSING);
      case Declined _, Reversed _, Voided _, Expired _ ->
          Decision.rejected(Rejection.PAYMENT_NOT_VOIDABLE);
    };
  }

  private static Decision voidHeld(Payment payment, VoidPayment command) {
    boolean refunded =
        payment.refunds().stream().anyMatch(refund -> refund.status() == Refund.Status.SUCCEEDED);
    if (refunded || !capturedOn(payment, command.day())) {
      return Decision.rejected(Rejection.PAYMENT_NOT_VOIDABLE);
    }
    if (payment.amountRefunded().isPositive() || payment.incrementSent()) {
      return Decision.rejected(Rejection.PAYMENT_PROCESSING);
    }
    PaymentVoided voided =
        new PaymentVoided(
            payment.seq() + 1,
            command.day(),
            command.at(),
            payment.capturedSoFar(),
            payment.captures().stream().map(capture -> capture.take(capture.amount())).toList(),
            payment.amountCapturable());
    return Decision.accepted(
        voided, AdviceRules.releasing(payment, Advice.Cause.VOID, payment.zero(), command.at()));
  }

  private static boolean capturedOn(Payment payment, LocalDate day) {
    return payment.captures().stream().allMatch(capture -> capture.salesDay().equals(day));
  }
}
