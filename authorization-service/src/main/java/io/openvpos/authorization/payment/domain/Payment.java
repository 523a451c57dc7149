package io.openvpos.authorization.payment.domain;

import io.openvpos.authorization.payment.domain.PaymentState.Approved;
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
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One card payment and everything that was done with it. Always: refunded <= captured <=
/// authorized, and nothing is negative.
///
/// @param attempt the authorization request; null if none was sent
/// @param authentication what 3-D Secure is asked and said of the cardholder; null without it
/// @param increments amounts asked for on top of the authorization
/// @param seq the number of facts so far
public record Payment(
    PaymentTerms terms,
    @Nullable Attempt attempt,
    @Nullable Authentication authentication,
    PaymentState state,
    List<Increment> increments,
    List<Capture> captures,
    List<Refund> refunds,
    List<Advice> advices,
    long seq) {

  public Payment {
    increments = List.copyOf(increments);
    captures = List.copyOf(captures);
    refunds = List.copyOf(refunds);
    advices = List.copyOf(advices);
  }

  /// Validated and assessed; nothing has happened yet.
  public static Payment received(PaymentTerms terms) {
    return new Payment(
        terms, null, null, new Received(), List.of(), List.of(), List.of(), List.of(), 0);
  }

  /// Claims that the cardholder need not be authenticated.
  public Payment exempt(String exemption) {
    return authenticating(Authentication.exempt(exemption));
  }

  public String id() {
    return terms.paymentId();
  }

  public PaymentStatus status() {
    return switch (state) {
      case Received _, AuthorizationSent _, OutcomeUnknown _ -> PaymentStatus.PROCESSING;
      case AwaitingAuthentication _ -> PaymentStatus.REQUIRES_ACTION;
      case Declined _ -> PaymentStatus.DECLINED;
      case Reversed _ -> PaymentStatus.REVERSED;
      case Authorized _ -> PaymentStatus.AUTHORIZED;
      case Captured _ -> PaymentStatus.CAPTURED;
      case Voided _ -> PaymentStatus.VOIDED;
      case Expired _ -> PaymentStatus.EXPIRED;
    };
  }

  /// What the issuer approved. Never falls; 0 where it did not.
  public Money amountAuthorized() {
    return state instanceof Approved
        ? holds().stream().map(Hold::amount).reduce(zero(), Money::plus)
        : zero();
  }

  public Money amountCapturable() {
    return state instanceof Authorized ? amountAuthorized().minus(capturedSoFar()) : zero();
  }

  public Money amountCaptured() {
    return state instanceof Voided ? zero() : capturedSoFar();
  }

  /// Pending and succeeded refunds.
  public Money amountRefunded() {
    return sumOfRefunds(Refund::reserved);
  }

  public Optional<Refund> refund(String refundId) {
    return refunds.stream().filter(refund -> refund.id().equals(refundId)).findFirst();
  }

  public Optional<Increment> increment(String incrementId) {
    return increments.stream().filter(increment -> increment.id().equals(incrementId)).findFirst();
  }

  /// Whether the issuer is still waited for to hold more.
  boolean incrementSent() {
    return increments.stream().anyMatch(Increment::sent);
  }

  /// An amount that the issuer approved under one reference.
  record Hold(Attempt attempt, Money amount) {}

  /// Everything that the issuer approved, oldest first; only of an approved payment.
  List<Hold> holds() {
    List<Hold> holds = new ArrayList<>();
    holds.add(new Hold(sentAttempt(), terms.amount()));
    increments.stream()
        .filter(Increment::approved)
        .forEach(increment -> holds.add(new Hold(increment.attempt(), increment.amount())));
    return holds;
  }

  /// The advice to forward now: the first in the order stored that is still due.
  public Optional<Advice> nextAdvice() {
    return advices.stream().filter(Advice::due).findFirst();
  }

  /// The sum of all captures, also of those that a void took back.
  Money capturedSoFar() {
    return captures.stream().map(Capture::amount).reduce(zero(), Money::plus);
  }

  Money sumOfRefunds(Predicate<Refund> which) {
    return refunds.stream().filter(which).map(Refund::amount).reduce(zero(), Money::plus);
  }

  Money zero() {
    return Money.zero(terms.amount().currency());
  }

  Attempt sentAttempt() {
    Attempt sent = attempt;
    if (sent == null) {
      throw new IllegalStateException("broken invariant: an approved payment was sent: " + id());
    }
    return sent;
  }

  Payment with(PaymentState next) {
    return new Payment(
        terms, attempt, authentication, next, increments, captures, refunds, advices, seq);
  }

  Payment sent(Attempt written, PaymentState next) {
    return new Payment(
        terms, written, authentication, next, increments, captures, refunds, advices, seq);
  }

  Payment authenticating(Authentication next) {
    return new Payment(terms, attempt, next, state, increments, captures, refunds, advices, seq);
  }

  Payment numbered(long factSeq) {
    Invariant.check(factSeq == seq + 1, "facts are numbered without gaps");
    return new Payment(
        terms, attempt, authentication, state, increments, captures, refunds, advices, factSeq);
  }

  Payment adding(Capture capture) {
    return new Payment(
        terms,
        attempt,
        authentication,
        state,
        increments,
        appended(captures, capture),
        refunds,
        advices,
        seq);
  }

  Payment adding(Refund refund) {
    return new Payment(
        terms,
        attempt,
        authentication,
        state,
        increments,
        captures,
        appended(refunds, refund),
        advices,
        seq);
  }

  Payment adding(Advice advice) {
    return new Payment(
        terms,
        attempt,
        authentication,
        state,
        increments,
        captures,
        refunds,
        appended(advices, advice),
        seq);
  }

  Payment changingCaptures(UnaryOperator<Capture> change) {
    return new Payment(
        terms,
        attempt,
        authentication,
        state,
        increments,
        captures.stream().map(change).toList(),
        refunds,
        advices,
        seq);
  }

  Payment changingRefund(String refundId, UnaryOperator<Refund> change) {
    return new Payment(
        terms,
        attempt,
        authentication,
        state,
        increments,
        captures,
        refunds.stream()
            .map(refund -> refund.id().equals(refundId) ? change.apply(refund) : refund)
            .toList(),
        advices,
        seq);
  }

  Payment changingAdvices(UnaryOperator<Advice> change) {
    return new Payment(
        terms,
        attempt,
        authentication,
        state,
        increments,
        captures,
        refunds,
        advices.stream().map(change).toList(),
        seq);
  }

  Payment adding(Increment increment) {
    return with(appended(increments, increment));
  }

  Payment changingIncrement(String incrementId, UnaryOperator<Increment> change) {
    return with(
        increments.stream()
            .map(increment ->
                increment.id().equals(incrementId) ? change.apply(increment) : increment)
            .toList());
  }

  private Payment with(List<Increment> changed) {
    return new Payment(
        terms, attempt, authentication, state, changed, captures, refunds, advices, seq);
  }

  private static <T> List<T> appended(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
