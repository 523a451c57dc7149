package io.openvpos.authorization.payment.domain;

import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpAuthorization;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpIncrement;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpRefund;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordAdvice;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordLateAnswer;
import io.openvpos.authorization.payment.domain.PaymentCommand.ResolveAdvice;
import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceForwarded;
import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceResolved;
import io.openvpos.authorization.payment.domain.PaymentEvent.AdviceStored;
import io.openvpos.authorization.payment.domain.PaymentEvent.IncrementDeclined;
import io.openvpos.authorization.payment.domain.PaymentEvent.LateAnswerArrived;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentReversed;
import io.openvpos.authorization.payment.domain.PaymentEvent.RefundFailed;
import io.openvpos.authorization.payment.domain.PaymentState.AuthorizationSent;
import io.openvpos.authorization.payment.domain.PaymentState.OutcomeUnknown;
import io.openvpos.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reversal advices: what they say, and what their acknowledgement and a late answer mean.
final class AdviceRules {

  private AdviceRules() {}

  /// Takes back the authorization whose outcome is unknown.
  static Advice ofAuthorization(Payment payment, Instant at) {
    return whole(
        payment,
        Advice.Cause.AUTHORIZATION_UNANSWERED,
        payment.sentAttempt(),
        Advice.AUTHORIZATION_MTI,
        payment.terms().amount(),
        at);
  }

  static Advice ofIncrement(Payment payment, Increment increment, Instant at) {
    return whole(
        payment,
        Advice.Cause.INCREMENT_UNANSWERED,
        increment.attempt(),
        Advice.AUTHORIZATION_MTI,
        increment.amount(),
        at);
  }

  static Advice ofRefund(Payment payment, Refund refund, Instant at) {
    return whole(
        payment,
        Advice.Cause.REFUND_UNANSWERED,
        refund.attempt(),
        Advice.REFUND_MTI,
        refund.amount(),
        at);
  }

  private static Advice whole(
      Payment payment, Advice.Cause cause, Attempt original, String mti, Money amount, Instant at) {
    int number = payment.advices().size() + 1;
    return Advice.stored(number, cause, original, mti, amount, payment.zero(), at);
  }

  /// Lets go of everything that the issuer holds but `kept`, which stays with the oldest approvals.
  static List<AdviceStored> releasing(Payment payment, Advice.Cause cause, Money kept, Instant at) {
    List<AdviceStored> stored = new ArrayList<>();
    Money left = kept;
    for (Payment.Hold hold : payment.holds()) {
      Money remaining = left.compareTo(hold.amount()) < 0 ? left : hold.amount();
      left = left.minus(remaining);
      if (remaining.compareTo(hold.amount()) < 0) {
        stored.add(
            new AdviceStored(
                at,
                Advice.stored(
                    payment.advices().size() + stored.size() + 1,
                    cause,
                    hold.attempt(),
                    Advice.AUTHORIZATION_MTI,
                    hold.amount(),
                    remaining,
                    at)));
      }
    }
    return stored;
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
      ends(payment, advice, command.at(), command.day()).ifPresent(events::add);
    }
    return new Decision.Accepted(events);
  }

  /// As an acknowledgement, whatever the round: whoever asked the issuer knows how it stands now.
  static Decision resolved(Payment payment, ResolveAdvice command) {
    Optional<Advice> next =
        payment.nextAdvice().filter(advice -> advice.number() == command.number());
    if (next.isEmpty()) {
      return Decision.rejected(Rejection.REVERSAL_NOT_UNRESOLVED);
    }
    AdviceResolved resolved =
        new AdviceResolved(command.at(), command.number(), command.by(), command.note());
    return Decision.accepted(
        resolved, ends(payment, next.get(), command.at(), command.day()).stream().toList());
  }

  private static Optional<PaymentEvent> ends(
      Payment payment, Advice advice, Instant at, LocalDate day) {
    return switch (advice.cause()) {
      case AUTHORIZATION_UNANSWERED ->
          payment.state() instanceof OutcomeUnknown
              ? Optional.of(new PaymentReversed(payment.seq() + 1, day, at))
              : Optional.empty();
      case INCREMENT_UNANSWERED ->
          payment.increments().stream()
              .filter(increment -> increment.status() == Increment.Status.UNKNOWN)
              .filter(increment -> advice.reverses(increment.attempt().rrn()))
              .findFirst()
              .map(increment ->
                  new IncrementDeclined(
                      at, increment.id(), Increment.Status.REVERSED, Decline.byOutage()));
      case REFUND_UNANSWERED ->
          payment.refunds().stream()
              .filter(refund -> refund.status() == Refund.Status.UNKNOWN)
              .filter(refund -> advice.reverses(refund.attempt().rrn()))
              .findFirst()
              .map(refund -> new RefundFailed(at, refund.id(), Decline.byOutage()));
      case PARTIAL_RELEASE, VOID, EXPIRY -> Optional.empty();
    };
  }

  /// Past the deadline an attempt that is still open is given up first; an approval makes its
  /// reversal due again. Before the deadline the request still waits for the answer that is its
  /// own, so another one only enters the history: should nothing else come, the reversal of the
  /// deadline goes out after it, and takes it back if it was an approval. An answer that was in
  /// time and comes twice changes nothing.
  static Decision lateAnswer(Payment payment, RecordLateAnswer command) {
    Optional<Attempt> open = open(payment, command.rrn());
    List<PaymentEvent> events = new ArrayList<>();
    if (open.isPresent() && !command.at().isBefore(open.get().deadline())) {
      events.addAll(givenUp(payment, command));
    }
    if (open.isPresent()
        || payment.advices().stream().anyMatch(advice -> advice.reverses(command.rrn()))) {
      events.add(
          new LateAnswerArrived(
              command.at(), command.rrn(), command.approved(), command.responseCode()));
    }
    return new Decision.Accepted(events);
  }

  private static Optional<Attempt> open(Payment payment, String rrn) {
    Stream<Attempt> authorization =
        payment.state() instanceof AuthorizationSent
            ? Stream.of(payment.sentAttempt())
            : Stream.empty();
    Stream<Attempt> increments = sentIncrements(payment).map(Increment::attempt);
    Stream<Attempt> refunds = sentRefunds(payment).map(Refund::attempt);
    return Stream.of(authorization, increments, refunds)
        .flatMap(attempts -> attempts)
        .filter(attempt -> attempt.rrn().equals(rrn))
        .findFirst();
  }

  private static List<PaymentEvent> givenUp(Payment payment, RecordLateAnswer command) {
    if (payment.state() instanceof AuthorizationSent) {
      return events(AuthorizationRules.giveUp(payment, new GiveUpAuthorization(command.at())));
    }
    Stream<Decision> increments =
        sentIncrements(payment)
            .filter(increment -> increment.attempt().rrn().equals(command.rrn()))
            .map(
                one -> IncrementRules.giveUp(payment, new GiveUpIncrement(command.at(), one.id())));
    Stream<Decision> refunds =
        sentRefunds(payment)
            .filter(refund -> refund.attempt().rrn().equals(command.rrn()))
            .map(one -> RefundRules.giveUp(payment, new GiveUpRefund(command.at(), one.id())));
    return Stream.concat(increments, refunds)
        .findFirst()
        .map(AdviceRules::events)
        .orElse(List.of());
  }

  private static Stream<Increment> sentIncrements(Payment payment) {
    return payment.increments().stream().filter(Increment::sent);
  }

  private static Stream<Refund> sentRefunds(Payment payment) {
    return payment.refunds().stream().filter(refund -> refund.status() == Refund.Status.SENT);
  }

  private static List<PaymentEvent> events(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted.events();
      case Decision.Rejected _ -> List.of();
    };
  }
}
