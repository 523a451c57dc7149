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
  private final Effect effect;
  private final Answers answers;
  private final Clock clock;
  private final Asked asked;

  /// Another instance may hold an operation of the same key, at the same moment and with the same
  /// attempt: only this tells whose it is.
  private final String writer = UUID.randomUUID().toString();

  OperationChange(OperationOrder order, Effect effect, Answers answers, Clock clock, Asked asked) {
    this.order = order;
    this.effect = effect;
    this.answers = answers;
    this.clock = clock;
    this.asked = asked;
  }

  /// The command at a moment.
  @FunctionalInterface
  interface Asked {
    PaymentCommand at(Moment moment);
  }

  /// What an accepted order does.
  sealed interface Effect {

    /// Everything, with the one write.
    record AtOnce() implements Effect {}

    /// Begins what asks the issuer: it is sent after the write.
    ///
    /// @param id of the refund or increment
    record Begin(String id) implements Effect {}

    /// Nothing: it cannot be done now. What is refused is refused all the same, and kept.
    record NotNow(Refusal why) implements Effect {}
  }

  /// @param begun the payment with the attempt that may be sent now; null if there is none
  record Outcome(Reply reply, @Nullable PaymentRecord begun) {}

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

  /// What this very request wrote is no replay, and only its writer may send the attempt.
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
    return switch (effect) {
      case Effect.AtOnce _ -> done(current.moved(accepted, answers), accepted, moment);
      case Effect.Begin begin -> {
        PaymentRecord after =
            current.moved(accepted, answers).using(executed(moment, begin.id(), null));
        Reply unfinished = Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS);
        yield new Step.Store<>(after, accepted.events(), new Outcome(unfinished, after));
      }
      case Effect.NotNow notNow -> kept(new Outcome(Reply.refused(notNow.why()), null));
    };
  }

  private Step<Outcome> done(PaymentRecord moved, Decision.Accepted accepted, Moment moment) {
    FrozenAnswer answer = answers.changed(moved.payment());
    return new Step.Store<>(
        moved.using(executed(moment, null, answer)),
        accepted.events(),
        new Outcome(new Reply.Answered(answer, false), null));
  }

  private Operation executed(
      Moment moment, @Nullable String begunId, @Nullable FrozenAnswer answer) {
    return new Operation(
        order.key(), order.requestHash(), writer, moment.at(), begunId, false, answer);
  }

  private static Step<Outcome> kept(Outcome outcome) {
    return new Step.Keep<>(outcome);
  }
}
