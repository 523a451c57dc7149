package io.openvpos.authorization.payment;

import io.openvpos.authorization.issuer.AdviceAnswer;
import io.openvpos.authorization.issuer.IssuerNetwork;
import io.openvpos.authorization.issuer.ReversalAdvice;
import io.openvpos.authorization.payment.domain.Advice;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordAdvice;
import io.openvpos.authorization.payment.domain.PaymentDecider;
import io.openvpos.authorization.payment.domain.PaymentEvent;
import io.openvpos.authorization.payment.domain.PaymentTerms;
import io.openvpos.messaging.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forwards the stored advices of each payment, one at a time in the order stored, until the issuer
/// has acknowledged every one. One virtual thread a payment; it waits longer after each failure and
/// marks what may have gone out before as a repeat.
final class ForwardAdvices implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(ForwardAdvices.class);

  /// Advices on the network at a time: an outage must not become a flood when it ends.
  private static final int AT_A_TIME = 32;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  private final Payments payments;
  private final PaymentWrites writes;
  private final IssuerNetwork network;
  private final Answers answers;
  private final int unresolvedAfter;
  private final Tasks tasks;
  private final Set<String> fresh = ConcurrentHashMap.newKeySet();
  private final Set<String> active = ConcurrentHashMap.newKeySet();
  private final Semaphore room = new Semaphore(AT_A_TIME);
  private volatile boolean closed;

  /// @param unresolvedAfter this many forwardings without an acknowledgement are told to a person
  ForwardAdvices(
      Payments payments,
      PaymentWrites writes,
      IssuerNetwork network,
      Answers answers,
      int unresolvedAfter,
      Tasks tasks) {
    this.payments = payments;
    this.writes = writes;
    this.network = network;
    this.answers = answers;
    this.unresolvedAfter = unresolvedAfter;
    this.tasks = tasks;
  }

  /// What this instance stored it has not sent yet: only such an advice goes out as an original.
  void stored(Payment payment, List<PaymentEvent> events) {
    for (PaymentEvent event : events) {
      if (event instanceof PaymentEvent.AdviceStored stored) {
        fresh.add(name(payment.id(), stored.advice()));
      }
    }
    due(payment);
  }

  /// Takes care of the payment's advices from now on; does nothing if it has none or somebody here
  /// is at it.
  void due(Payment payment) {
    if (payment.nextAdvice().isPresent() && !closed && active.add(payment.id())) {
      tasks.start("advices-" + payment.id(), () -> run(payment.id()));
    }
  }

  private void run(String paymentId) {
    try {
      forwardAll(paymentId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      active.remove(paymentId);
    }
    // An advice stored while the last look found none would otherwise wait for the sweep.
    lookAgain(paymentId);
  }

  private void lookAgain(String paymentId) {
    if (closed || Thread.currentThread().isInterrupted()) {
      return;
    }
    try {
      payments.find(paymentId).ifPresent(record -> due(record.payment()));
    } catch (StoreUnavailableException e) {
      LOGGER.warn("the advices of {} wait for the store", paymentId, e);
      writes.givenUp(paymentId);
    }
  }

  private void forwardAll(String paymentId) throws InterruptedException {
    int failures = 0;
    while (!closed) {
      boolean progress;
      try {
        Optional<Advice> next = payments.find(paymentId).flatMap(r -> r.payment().nextAdvice());
        if (next.isEmpty()) {
          return;
        }
        progress = forward(paymentId, next.get());
      } catch (RuntimeException e) {
        LOGGER.warn("an advice of {} is forwarded again later", paymentId, e);
        progress = false;
      }
      failures = progress ? 0 : failures + 1;
      if (!progress) {
        tasks.pause(pause(failures));
      }
    }
  }

  private boolean forward(String paymentId, Advice advice) throws InterruptedException {
    PaymentRecord record = payments.find(paymentId).orElseThrow();
    String name = name(paymentId, advice);
    boolean repeat = advice.tries() > 0 || !fresh.remove(name);
    AdviceAnswer answer = send(message(record.payment().terms(), advice, repeat));
    if (answer == AdviceAnswer.NOT_SENT) {
      if (!repeat) {
        fresh.add(name);
      }
      return false;
    }
    boolean acknowledged = answer == AdviceAnswer.ACKNOWLEDGED;
    writes.change(
        paymentId,
        null,
        (current, moment) ->
            Steps.moving(
                current,
                PaymentDecider.decide(
                    current.payment(),
                    new RecordAdvice(
                        moment.at(),
                        moment.day(),
                        advice.number(),
                        advice.round(),
                        repeat,
                        acknowledged)),
                answers));
    if (!acknowledged && advice.tries() + 1 == unresolvedAfter) {
      LOGGER.error(
          "the reversal of {} has been sent {} times: a person must ask the issuer",
          advice.original().rrn(),
          unresolvedAfter);
    }
    return acknowledged;
  }

  private AdviceAnswer send(ReversalAdvice advice) throws InterruptedException {
    room.acquire();
    try {
      return network.advise(advice);
    } finally {
      room.release();
    }
  }

  private static String name(String paymentId, Advice advice) {
    return paymentId + "#" + advice.number();
  }

  private static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private static ReversalAdvice message(PaymentTerms terms, Advice advice, boolean repeat) {
    return new ReversalAdvice(
        advice.original().rrn(),
        advice.originalMti(),
        advice.original().stan(),
        advice.original().transmittedAt(),
        terms.card().token(),
        terms.merchantId(),
        terms.mode(),
        advice.originalAmount(),
        advice.remaining(),
        terms.terminalId(),
        repeat);
  }

  @Override
  public void close() {
    closed = true;
  }
}
