package io.openvpos.authorization.payment.domain;

import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpAuthorization;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpRefund;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordAdvice;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordLateAnswer;
import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceForwarded;
import io.openvpos.authorization.payment.domain.PaymentEvent.LateAnswerArrived;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentReversed;
import io.openvpos.authorization.payment.domain.PaymentEvent.RefundFailed;
import io.openvpos.authorization.payment.domain.PaymentState.AuthorizationSent;
import io.openvpos.authorization.payment.domain.PaymentState.OutcomeUnknown;
import io.openvpos.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reversal advices: what they say, and what their acknowledgement and a late answer mean.
final class AdviceRules {

  private AdviceRules() {}

  static Advice ofAuthorization(Payment payment, Advice.Cause cause, Money remaining, Instant at) {
    return new Advice(
        payment.advices().size() + 1,
        cause,
        payment.sentAttempt(),
        Advice.AUTHORIZATION_MTI,
        payment.terms().amount(),
        remaining,
        at,
        true,
        0,
        0);
  }

  static Advice ofRefund(Payment payment, Refund refund, Instant at) {
    return new Advice(
        payment.advices().size() + 1,
        Advice.Cause.REFUND_UNANSWERED,
        refund.attempt(),
        Advice.REFUND_MTI,
        refund.amount(),
        payment.zero(),
        at,
        true,
        0,
        0);
  }

  static Decision forwarded(Payment payment, RecordAdvice command) {
    Advice advice = payment.advices().get(command.number() - 1);
    if (!advice.due()) {
      return Decision.nothing();
    }
    boolean settled = command.acknowledged() && command.round() == advice.round();
    List<PaymentEvent> events = new ArrayList<>();
    events.add(
        new AdviceForwarded(
            command.at(), advice.number(), command.repeat(), command.acknowledged(), settled));
    if (settled) {
      ends(payment, advice, command).ifPresent(events::add);
    }
    return new Decision.Accepted(events);
  }

  private static Optional<PaymentEvent> ends(Payment payment, Advice advice, RecordAdvice command) {
    return switch (advice.cause()) {
      case AUTHORIZATION_UNANSWERED ->
          payment.state() instanceof OutcomeUnknown
              ? Optional.of(new PaymentReversed(payment.seq() + 1, command.day(), command.at()))
              : Optional.empty();
      case REFUND_UNANSWERED ->
          payment.refunds().stream()
              .filter(refund -> refund.status() == Refund.Status.UNKNOWN)
              .filter(refund -> advice.reverses(refund.attempt().rrn()))
              .findFirst()
              .map(refund ->
                  new RefundFailed(
                      command.at(), refund.id(), new Decline(Decline.ISSUER_UNAVAILABLE, null)));
      case PARTIAL_RELEASE, VOID, EXPIRY -> Optional.empty();
    };
  }

  /// The deadline has passed, so an attempt that is still open is given up first; an approval then
  /// makes its reversal due again. An answer that was in time and comes twice changes nothing.
  static Decision lateAnswer(Payment payment, RecordLateAnswer command) {
    List<PaymentEvent> events = new ArrayList<>(givenUp(payment, command));
    boolean unanswered =
        !events.isEmpty()
            || payment.advices().stream().anyMatch(advice -> advice.reverses(command.rrn()));
    if (unanswered) {
      events.add(
          new LateAnswerArrived(
              command.at(), command.rrn(), command.approved(), command.responseCode()));
    }
    return new Decision.Accepted(events);
  }

  private static List<PaymentEvent> givenUp(Payment payment, RecordLateAnswer command) {
    Attempt attempt = payment.attempt();
    if (payment.state() instanceof AuthorizationSent
        && attempt != null
        && attempt.rrn().equals(command.rrn())) {
      return events(AuthorizationRules.giveUp(payment, new GiveUpAuthorization(command.at())));
    }
    return payment.refunds().stream()
        .filter(refund -> refund.status() == Refund.Status.SENT)
        .filter(refund -> refund.attempt().rrn().equals(command.rrn()))
        .findFirst()
        .map(refund ->
            events(RefundRules.giveUp(payment, new GiveUpRefund(command.at(), refund.id()))))
        .orElse(List.of());
  }

  private static List<PaymentEvent> events(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted.events();
      case Decision.Rejected _ -> List.of();
    };
  }
}
