package io.openvpos.authorization.payment;

import io.openvpos.authorization.issuer.LateAnswer;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordLateAnswer;
import io.openvpos.authorization.payment.domain.PaymentDecider;
import io.openvpos.messaging.day.DayUnknownException;
import io.openvpos.messaging.task.Tasks;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes answers that nobody waits for any more. An answer can only come over the connection that
/// the request went out on, so this instance's memory is enough.
final class LateAnswers {

  private static final Logger LOGGER = LoggerFactory.getLogger(LateAnswers.class);

  /// Requests without an answer that are remembered; past it the oldest is forgotten.
  private static final int REMEMBERED = 100_000;

  /// An hour of trying; by then the sweep of a healthy instance is worth more.
  private static final int MAX_ATTEMPTS = 1_800;

  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final PaymentWrites writes;
  private final Answers answers;
  private final Tasks tasks;
  private final Map<String, String> paymentByRrn =
      Collections.synchronizedMap(new LinkedHashMap<>());

  LateAnswers(PaymentWrites writes, Answers answers, Tasks tasks) {
    this.writes = writes;
    this.answers = answers;
    this.tasks = tasks;
  }

  void expect(String rrn, String paymentId) {
    synchronized (paymentByRrn) {
      paymentByRrn.put(rrn, paymentId);
      if (paymentByRrn.size() > REMEMBERED) {
        paymentByRrn.remove(paymentByRrn.keySet().iterator().next());
      }
    }
  }

  void forget(String rrn) {
    paymentByRrn.remove(rrn);
  }

  void arrived(LateAnswer answer) {
    String paymentId = paymentByRrn.get(answer.rrn());
    if (paymentId == null) {
      LOGGER.warn("a late answer to an unknown request {}", answer.rrn());
      return;
    }
    if (!recorded(paymentId, answer)) {
      tasks.start("late-answer-" + answer.rrn(), () -> recordLater(paymentId, answer));
    }
  }

  /// An approval that got lost here would stay with the shopper, so an outage is waited out.
  private void recordLater(String paymentId, LateAnswer answer) {
    try {
      for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
        tasks.pause(AGAIN);
        if (recorded(paymentId, answer)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean recorded(String paymentId, LateAnswer answer) {
    try {
      writes.change(
          paymentId,
          null,
          (record, moment) ->
              Steps.moving(
                  record,
                  PaymentDecider.decide(
                      record.payment(),
                      new RecordLateAnswer(
                          moment.at(), answer.rrn(), answer.approved(), answer.responseCode())),
                  answers));
      return true;
    } catch (StoreUnavailableException | DayUnknownException e) {
      LOGGER.warn("the late answer to {} is not recorded yet", answer.rrn(), e);
      return false;
    }
  }
}
