package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.PaymentWrites.Change;
import io.openvpos.authorization.payment.PaymentWrites.Step;
import io.openvpos.authorization.payment.Reply.Refusal;
import io.openvpos.authorization.payment.domain.Decision;
import io.openvpos.authorization.payment.domain.PaymentCommand;
import io.openvpos.authorization.payment.domain.PaymentDecider;
import io.openvpos.authorization.payment.domain.Rejection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One attempt after another at storing an operation: each looks for its own key first, because
/// another instance may have executed it, or this one without learning so.
final class OperationChange implements Change<OperationChange.Outcome> {

  private final OperationOrder order;
  private final @Nullable String refundId;
  private final Answers answers;
  private final Clock clock;
  private final Asked asked;

  /// Another instance may hold an operation of the same key, at the same moment and with the same
  /// attempt: only this tells whose it is.
  private final String writer = UUID.randomUUID().toString();

  /// @param refundId the refund that the request would begin; null for other operations
  OperationChange(
      OperationOrder order, @Nullable String refundId, Answers answers, Clock clock, Asked asked) {
    this.order = order;
    this.refundId = refundId;
    this.answers = answers;
    this.clock = clock;
    this.asked = asked;
  }

  /// The command at a moment.
  @FunctionalInterface
  interface Asked {
    PaymentCommand at(Moment moment);
  }

  /// @param reserved the payment with the refund that may be sent now; null if there is none
  record Outcome(Reply reply, @Nullable PaymentRecord reserved) {}

  @Override
  public Step<Outcome> on(PaymentRecord current, Moment moment) {
    Optional<Operation> used = current.operation(order.key());
    if (used.isPresent()) {
      return kept(found(current, used.get()));
    }
    return switch (PaymentDecider.decide(current.payment(), asked.at(moment))) {
      case Decision.Rejected rejected -> rejected(current, rejected.reason(), moment);
      case Decision.Accepted accepted -> accepted(current, accepted, moment);
    };
  }

  /// What this very request wrote is no replay, and only its writer may send a refund.
  private Outcome found(PaymentRecord current, Operation used) {
    Reply reply =
        Idempotency.repeated(
            order.requestHash(), used.requestHash(), used.at(), used.answer(), clock.instant());
    if (!used.writer().equals(writer)) {
      return new Outcome(reply, null);
    }
    FrozenAnswer answer = used.answer();
    return answer == null
        ? new Outcome(reply, current)
        : new Outcome(new Reply.Answered(answer, false), null);
  }

  private Step<Outcome> rejected(PaymentRecord current, Rejection reason, Moment moment) {
    Reply refused = new Reply.Rejected(reason);
    if (!reason.ofAmount() || !current.roomForRejection()) {
      return kept(new Outcome(refused, null));
    }
    FrozenAnswer answer = answers.refused(reason);
    Operation operation =
        new Operation(order.key(), order.requestHash(), writer, moment.at(), null, true, answer);
    return new Step.Store<>(
        current.using(operation), List.of(), new Outcome(new Reply.Answered(answer, false), null));
  }

  private Step<Outcome> accepted(PaymentRecord current, Decision.Accepted accepted, Moment moment) {
    if (!current.roomForEffect()) {
      return kept(new Outcome(Reply.refused(Refusal.TOO_MANY_OPERATIONS), null));
    }
    PaymentRecord moved = current.moved(accepted, answers);
    Operation operation =
        new Operation(order.key(), order.requestHash(), writer, moment.at(), refundId, false, null);
    if (refundId != null) {
      PaymentRecord after = moved.using(operation);
      Reply unfinished = Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS);
      return new Step.Store<>(after, accepted.events(), new Outcome(unfinished, after));
    }
    FrozenAnswer answer = answers.changed(moved.payment());
    return new Step.Store<>(
        moved.using(operation.answered(answer)),
        accepted.events(),
        new Outcome(new Reply.Answered(answer, false), null));
  }

  private static Step<Outcome> kept(Outcome outcome) {
    return new Step.Keep<>(outcome);
  }
}
