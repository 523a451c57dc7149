package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.Increment;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentCommand;
import io.openvpos.authorization.payment.domain.PaymentCommand.DeclineUnsent;
import io.openvpos.authorization.payment.domain.PaymentCommand.ExpirePayment;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpAuthorization;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpIncrement;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpRefund;
import io.openvpos.authorization.payment.domain.PaymentDecider;
import io.openvpos.authorization.payment.domain.PaymentState.AuthorizationSent;
import io.openvpos.authorization.payment.domain.PaymentState.Authorized;
import io.openvpos.authorization.payment.domain.PaymentState.AwaitingAuthentication;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.messaging.day.DayUnknownException;
import io.openvpos.messaging.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finishes what a crashed or unlucky request left: gives up attempts well past their deadline,
/// expires lapsed holds, and hands due advices to their forwarder. Safe on any number of instances
/// at once: every step is a decision and a compare-and-set.
public final class Recovery implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Recovery.class);
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final Payments payments;
  private final PaymentWrites writes;
  private final ForwardAdvices advices;
  private final Answers answers;
  private final IssuerTimes times;
  private final Clock clock;
  private final Set<String> soon = ConcurrentHashMap.newKeySet();
  private final Tasks.Worker timer;

  Recovery(
      Payments payments,
      PaymentWrites writes,
      ForwardAdvices advices,
      Answers answers,
      IssuerTimes times,
      Clock clock,
      Tasks tasks) {
    this.payments = payments;
    this.writes = writes;
    this.advices = advices;
    this.answers = answers;
    this.times = times;
    this.clock = clock;
    timer = tasks.worker("payment-recovery");
  }

  /// Sweeps the store now and every ten minutes.
  public void start() {
    timer.every(Duration.ZERO, SWEEP_EVERY, this::trySweep);
  }

  /// Sweeps soon, on a thread of its own.
  public void sweepSoon() {
    timer.execute(this::trySweep);
  }

  /// Runs the part of a request that comes after its attempt was stored. If it fails, whatever the
  /// cause, the payment is watched.
  <T> T watching(Payment payment, Supplier<T> rest) {
    boolean finished = false;
    try {
      T result = rest.get();
      finished = true;
      return result;
    } finally {
      if (!finished) {
        watch(payment);
      }
    }
  }

  /// Looks at one payment soon, and when its open attempt is due for recovery.
  void watch(Payment payment) {
    lookSoon(payment.id());
    timer.after(times.deadline().plus(times.grace()).plusMillis(1), () -> tryCheck(payment.id()));
  }

  /// Looks at one payment as soon as the store may be back: a write of it may have happened without
  /// anybody knowing.
  void lookSoon(String paymentId) {
    if (soon.add(paymentId)) {
      timer.after(
          AFTER_FAILURE,
          () -> {
            soon.remove(paymentId);
            tryCheck(paymentId);
          });
    }
  }

  /// Sends the facts that anybody left, and looks at every payment with something left to do; also
  /// at attempts that a request may still be working on, because after a crash nobody else will.
  public void sweep() {
    payments.sendLeft();
    Instant horizon = clock.instant().plus(times.deadline()).plus(times.grace());
    payments.forEachNeedingAttention(horizon, this::tryCheck);
  }

  private void trySweep() {
    try {
      sweep();
    } catch (RuntimeException e) {
      LOGGER.warn("the sweep starts again shortly", e);
      timer.after(AFTER_FAILURE, this::trySweep);
    }
  }

  private void tryCheck(String paymentId) {
    try {
      check(paymentId);
    } catch (DayUnknownException e) {
      // The service has just started: the first day is about to be read.
      lookSoon(paymentId);
    } catch (RuntimeException e) {
      LOGGER.warn("payment {} is looked at again shortly", paymentId, e);
      lookSoon(paymentId);
    }
  }

  /// Does whatever is overdue on one payment, and sends the facts that it still has.
  void check(String paymentId) {
    Optional<PaymentRecord> found = payments.find(paymentId);
    while (found.isPresent() && overdue(found.get().payment(), clock.instant()).isPresent()) {
      PaymentRecord record =
          writes.change(
              paymentId,
              found.get(),
              (current, moment) ->
                  overdueAt(current.payment(), moment)
                      .map(command ->
                          Steps.moving(
                              current, PaymentDecider.decide(current.payment(), command), answers))
                      .orElseGet(() -> new PaymentWrites.Step.Keep<>(current)));
      found = payments.find(record.id());
    }
    found.ifPresent(record -> {
      payments.send(record);
      advices.due(record.payment());
    });
    found
        .flatMap(record -> openAttempt(record.payment()))
        .ifPresent(open -> recheck(paymentId, open));
  }

  private void recheck(String paymentId, Attempt open) {
    Instant abandoned = open.deadline().plus(times.grace()).plusMillis(1);
    Duration wait = Duration.between(clock.instant(), abandoned);
    timer.after(wait.isNegative() ? Duration.ZERO : wait, () -> tryCheck(paymentId));
  }

  private static Optional<Attempt> openAttempt(Payment payment) {
    if (payment.state() instanceof AuthorizationSent) {
      return Optional.ofNullable(payment.attempt());
    }
    Stream<Attempt> increments =
        payment.increments().stream().filter(Increment::sent).map(Increment::attempt);
    Stream<Attempt> refunds =
        payment.refunds().stream()
            .filter(refund -> refund.status() == Refund.Status.SENT)
            .map(Refund::attempt);
    return Stream.concat(increments, refunds).findFirst();
  }

  private Optional<PaymentCommand> overdueAt(Payment payment, Moment moment) {
    return overdue(payment, moment.at())
        .map(overdue ->
            switch (overdue) {
              case Overdue.Authorization _ -> new GiveUpAuthorization(moment.at());
              case Overdue.IncrementAnswer(var id) -> new GiveUpIncrement(moment.at(), id);
              case Overdue.RefundAnswer(var id) -> new GiveUpRefund(moment.at(), id);
              case Overdue.Authentication _ ->
                  new DeclineUnsent(moment.at(), moment.day(), Decline.byAuthentication("expired"));
              case Overdue.Hold _ -> new ExpirePayment(moment.at(), moment.day());
            });
  }

  /// What has waited too long.
  private sealed interface Overdue {
    record Authorization() implements Overdue {}

    record IncrementAnswer(String incrementId) implements Overdue {}

    record RefundAnswer(String refundId) implements Overdue {}

    record Hold() implements Overdue {}

    record Authentication() implements Overdue {}
  }

  private Optional<Overdue> overdue(Payment payment, Instant now) {
    Attempt attempt = payment.attempt();
    if (payment.state() instanceof AuthorizationSent
        && attempt != null
        && abandoned(attempt, now)) {
      return Optional.of(new Overdue.Authorization());
    }
    if (payment.state() instanceof AwaitingAuthentication) {
      return AuthenticationLimits.givenUpAt(payment)
          .filter(limit -> !now.isBefore(limit))
          .map(limit -> new Overdue.Authentication());
    }
    Optional<Increment> sent = payment.increments().stream().filter(Increment::sent).findFirst();
    if (sent.isPresent()) {
      // A hold that lapses meanwhile ends once this is known.
      return sent.filter(increment -> abandoned(increment.attempt(), now))
          .map(increment -> new Overdue.IncrementAnswer(increment.id()));
    }
    if (payment.state() instanceof Authorized held && held.lapsedAt(now)) {
      return Optional.of(new Overdue.Hold());
    }
    return payment.refunds().stream()
        .filter(refund -> refund.status() == Refund.Status.SENT)
        .filter(refund -> abandoned(refund.attempt(), now))
        .findFirst()
        .map(refund -> new Overdue.RefundAnswer(refund.id()));
  }

  private boolean abandoned(Attempt attempt, Instant now) {
    return now.isAfter(attempt.deadline().plus(times.grace()));
  }

  /// What is left is found by the next start's sweep.
  @Override
  public void close() {
    timer.close();
  }
}
