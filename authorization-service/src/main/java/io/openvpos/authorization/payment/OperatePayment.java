package io.openvpos.authorization.payment;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.issuer.Reservation;
import io.openvpos.authorization.issuer.Rrn;
import io.openvpos.authorization.payment.OperationChange.Effect;
import io.openvpos.authorization.payment.OperationOrder.Action;
import io.openvpos.authorization.payment.Reply.Refusal;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.Decision;
import io.openvpos.authorization.payment.domain.PaymentCommand.CapturePayment;
import io.openvpos.authorization.payment.domain.PaymentCommand.VoidPayment;
import io.openvpos.authorization.payment.domain.PaymentDecider;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.money.Money;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Captures, voids, refunds and increments. The operation's key and its frozen answer are written
/// by the same compare-and-set as its effect. What asks the issuer is two: one writes the attempt
/// (and reserves a refund's amount) before the request leaves, one stores its outcome.
public final class OperatePayment {

  private final PaymentWrites writes;
  private final Merchants merchants;
  private final IssuerCalls issuer;
  private final Recovery recovery;
  private final Clock clock;
  private final Idempotency idempotency = new Idempotency();

  OperatePayment(
      PaymentWrites writes,
      Merchants merchants,
      IssuerCalls issuer,
      Recovery recovery,
      Clock clock) {
    this.writes = writes;
    this.merchants = merchants;
    this.issuer = issuer;
    this.recovery = recovery;
    this.clock = clock;
  }

  /// Answers the request, executing it if its key is new.
  ///
  /// @param seen the payment as the request found it
  public Reply handle(PaymentRecord seen, OperationOrder order, Answers answers) {
    Optional<Operation> used = seen.operation(order.key());
    if (used.isPresent()) {
      return repeated(used.get(), order);
    }
    return idempotency.once(
        seen.id() + order.key(),
        order.requestHash(),
        () ->
            switch (order.action()) {
              case Action.Capturing capture ->
                  change(seen, order, answers, moment -> capture(seen, capture, moment));
              case Action.Voiding _ ->
                  change(
                      seen, order, answers, moment -> new VoidPayment(moment.at(), moment.day()));
              case Action.Refunding refund ->
                  ask(seen, order, refunding(seen, order, refund), answers);
              case Action.Incrementing increment ->
                  ask(seen, order, incrementing(seen, order, increment), answers);
            });
  }

  private Reply repeated(Operation used, OperationOrder order) {
    return Idempotency.repeated(
        order.requestHash(), used.requestHash(), used.at(), used.answer(), clock.instant());
  }

  private CapturePayment capture(PaymentRecord seen, Action.Capturing action, Moment moment) {
    MerchantTerms merchant =
        merchants
            .find(seen.payment().terms().merchantId())
            .orElseThrow(() -> new IllegalStateException("a payment without its merchant"));
    return new CapturePayment(
        moment.at(),
        moment.day(),
        amount(seen, action.amount()),
        action.finalCapture(),
        ReceivedTerms.contracts(merchant));
  }

  private Reply change(
      PaymentRecord seen, OperationOrder order, Answers answers, OperationChange.Asked asked) {
    OperationChange change = new OperationChange(order, new Effect.AtOnce(), answers, clock, asked);
    return writes.change(seen.id(), seen, change).reply();
  }

  /// Asks the issuer, once the attempt is stored with the operation's key.
  private Reply ask(
      PaymentRecord seen, OperationOrder order, IssuerOperation operation, Answers answers) {
    String rrn = Rrn.of(seen.id(), operation.id(), 1);
    Attempt none = new Attempt(rrn, "", clock.instant(), clock.instant());
    // Decides, and is never stored: what is refused needs no issuer.
    Effect.NotNow notNow = new Effect.NotNow(Refusal.ISSUER_UNREACHABLE);
    OperationChange decide = change(order, notNow, operation, () -> none, answers);
    PaymentRecord known = seen;
    if (refuses(seen, operation, none)) {
      // No card is read for it.
      Reply decided = writes.change(seen.id(), seen, decide).reply();
      if (!decided.equals(Reply.refused(notNow.why()))) {
        return decided;
      }
      // It did not fit the payment as it was seen, and fits it as it is.
      known = null;
    }
    Reservation place = issuer.reserve(seen.payment().terms(), rrn);
    if (!(place instanceof Reservation.Reserved(IssuerSlot reserved))) {
      return writes.change(seen.id(), known, decide).reply();
    }
    try (IssuerSlot slot = reserved) {
      Effect begin = new Effect.Begin(operation.id());
      // The issuer's time begins with the operation's turn on the payment, not with its wait for
      // it.
      OperationChange.Outcome outcome =
          writes.change(
              seen.id(),
              known,
              change(order, begin, operation, () -> issuer.attempt(rrn, slot), answers));
      PaymentRecord written = outcome.begun();
      return written == null
          ? outcome.reply()
          : recovery.watching(
              written.payment(), () -> send(written, operation, order, slot, answers));
    }
  }

  private static boolean refuses(PaymentRecord seen, IssuerOperation operation, Attempt attempt) {
    return PaymentDecider.decide(
            seen.payment(), operation.request(attempt.transmittedAt(), attempt))
        instanceof Decision.Rejected;
  }

  private OperationChange change(
      OperationOrder order,
      Effect effect,
      IssuerOperation operation,
      Supplier<Attempt> attempt,
      Answers answers) {
    return new OperationChange(
        order, effect, answers, clock, moment -> operation.request(moment.at(), attempt.get()));
  }

  private Reply send(
      PaymentRecord written,
      IssuerOperation operation,
      OperationOrder order,
      IssuerSlot slot,
      Answers answers) {
    IssuerAnswer answer = operation.send(written.payment(), slot, issuer);
    PaymentRecord after =
        writes.change(
            written.id(),
            null,
            (record, moment) ->
                Steps.moving(
                    record,
                    PaymentDecider.decide(record.payment(), operation.outcome(answer, moment)),
                    answers));
    return after
        .operation(order.key())
        .map(Operation::answer)
        .<Reply>map(frozen -> new Reply.Answered(frozen, false))
        .orElseGet(() -> Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS));
  }

  private static IssuerOperation refunding(
      PaymentRecord seen, OperationOrder order, Action.Refunding action) {
    return new IssuerOperation.Refunding(
        Keys.refundId(seen.id(), order.key()), amount(seen, action.amount()), action.reason());
  }

  private static IssuerOperation incrementing(
      PaymentRecord seen, OperationOrder order, Action.Incrementing action) {
    return new IssuerOperation.Incrementing(
        Keys.incrementId(seen.id(), order.key()),
        new Money(action.amount(), seen.payment().terms().amount().currency()));
  }

  private static @Nullable Money amount(PaymentRecord seen, @Nullable Long minorUnits) {
    return minorUnits == null
        ? null
        : new Money(minorUnits, seen.payment().terms().amount().currency());
  }
}
