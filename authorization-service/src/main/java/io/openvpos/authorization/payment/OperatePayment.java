package io.openvpos.authorization.payment;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.issuer.Rrn;
import io.openvpos.authorization.payment.OperationChange.Effect;
import io.openvpos.authorization.payment.OperationOrder.Action;
import io.openvpos.authorization.payment.Reply.Refusal;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.PaymentCommand;
import io.openvpos.authorization.payment.domain.PaymentCommand.CapturePayment;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpRefund;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordRefundApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordRefundDecline;
import io.openvpos.authorization.payment.domain.PaymentCommand.RequestRefund;
import io.openvpos.authorization.payment.domain.PaymentCommand.VoidPayment;
import io.openvpos.authorization.payment.domain.PaymentDecider;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.money.Money;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Captures, voids and refunds. The operation's key and its frozen answer are written by the same
/// compare-and-set as its effect. A refund is two: one reserves the amount and writes the attempt
/// before the request leaves, one stores its outcome.
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
              case Action.Refunding refund -> refund(seen, order, refund, answers);
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
    return change(seen, new OperationChange(order, new Effect.AtOnce(), answers, clock, asked))
        .reply();
  }

  private OperationChange.Outcome change(PaymentRecord seen, OperationChange change) {
    return writes.change(seen.id(), seen, change);
  }

  private Reply refund(
      PaymentRecord seen, OperationOrder order, Action.Refunding action, Answers answers) {
    String refundId = Keys.refundId(seen.id(), order.key());
    String rrn = Rrn.of(seen.id(), refundId, 1);
    Optional<IssuerSlot> reserved = issuer.reserve();
    if (reserved.isEmpty()) {
      // Decides, and is never stored: what is refused needs no issuer.
      Attempt none = new Attempt(rrn, "", clock.instant(), clock.instant());
      Effect notNow = new Effect.NotNow(Refusal.ISSUER_UNREACHABLE);
      OperationChange.Asked asked = asking(seen, refundId, action, none);
      return change(seen, new OperationChange(order, notNow, answers, clock, asked)).reply();
    }
    try (IssuerSlot slot = reserved.get()) {
      Effect effect = new Effect.Refund(refundId);
      OperationChange.Asked asked = asking(seen, refundId, action, issuer.attempt(rrn, slot));
      OperationChange.Outcome outcome =
          change(seen, new OperationChange(order, effect, answers, clock, asked));
      PaymentRecord written = outcome.reserved();
      return written == null
          ? outcome.reply()
          : recovery.watching(
              written.payment(), () -> send(written, refundId, order, slot, answers));
    }
  }

  private static OperationChange.Asked asking(
      PaymentRecord seen, String refundId, Action.Refunding action, Attempt attempt) {
    return moment ->
        new RequestRefund(
            moment.at(), refundId, amount(seen, action.amount()), action.reason(), attempt);
  }

  private Reply send(
      PaymentRecord written,
      String refundId,
      OperationOrder order,
      IssuerSlot slot,
      Answers answers) {
    Refund refund = written.payment().refund(refundId).orElseThrow();
    Attempt original = written.payment().attempt();
    if (original == null) {
      throw new IllegalStateException("captured without an authorization: " + written.id());
    }
    IssuerAnswer answer = issuer.refund(written.payment().terms(), refund, slot, original.rrn());
    PaymentRecord after =
        writes.change(
            written.id(),
            null,
            (record, moment) ->
                Steps.moving(
                    record,
                    PaymentDecider.decide(record.payment(), outcome(answer, refundId, moment)),
                    answers));
    return after
        .operation(order.key())
        .map(Operation::answer)
        .<Reply>map(frozen -> new Reply.Answered(frozen, false))
        .orElseGet(() -> Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS));
  }

  private static PaymentCommand outcome(IssuerAnswer answer, String refundId, Moment moment) {
    return switch (answer) {
      case IssuerAnswer.Approved approved ->
          new RecordRefundApproval(moment.at(), moment.day(), refundId, approved.responseCode());
      case IssuerAnswer.Declined declined ->
          new RecordRefundDecline(moment.at(), refundId, Decline.byIssuer(declined.responseCode()));
      case IssuerAnswer.NoAnswer _, IssuerAnswer.NotSent _ ->
          new GiveUpRefund(moment.at(), refundId);
    };
  }

  private static @Nullable Money amount(PaymentRecord seen, @Nullable Long minorUnits) {
    return minorUnits == null
        ? null
        : new Money(minorUnits, seen.payment().terms().amount().currency());
  }
}
