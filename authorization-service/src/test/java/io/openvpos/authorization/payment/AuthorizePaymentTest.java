package io.openvpos.authorization.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.payment.Reply.Refusal;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentReversed;
import io.openvpos.authorization.payment.domain.PaymentState.Declined;
import io.openvpos.authorization.payment.domain.PaymentStatus;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.risk.RiskDecision;
import io.openvpos.authorization.vault.VaultUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Taking a payment once, whatever goes wrong around it.
final class AuthorizePaymentTest {

  private final PaymentFixture at = new PaymentFixture();

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void aSaleCostsTwoWritesAndOneRequest() {
    assertThat(at.pay("k1")).isEqualTo(answered(201, "captured", false));

    assertThat(at.payments.writes()).isEqualTo(2);
    assertThat(at.issuer.requests()).hasSize(1);
    assertThat(at.payments.facts()).hasSize(2);
  }

  @Test
  void aRepeatedKeyIsAnsweredFromTheRecord() {
    at.pay("k1");

    assertThat(at.pay("k1")).isEqualTo(answered(201, "captured", true));
    assertThat(at.pay("k1", 1, CaptureMethod.AUTOMATIC))
        .isEqualTo(Reply.refused(Refusal.IDEMPOTENCY_KEY_REUSED));
    assertThat(at.issuer.requests()).hasSize(1);
  }

  @Test
  void aKeyOutlivesItsAnswer() {
    at.pay("k1");
    at.clock.move(Duration.ofDays(7).plusSeconds(1));

    assertThat(at.pay("k1")).isEqualTo(Reply.refused(Refusal.IDEMPOTENCY_KEY_EXPIRED));
    assertThat(at.pay("k1", 1, CaptureMethod.AUTOMATIC))
        .isEqualTo(Reply.refused(Refusal.IDEMPOTENCY_KEY_REUSED));
    assertThat(at.issuer.requests()).hasSize(1);
  }

  @Test
  void theAttemptIsStoredBeforeTheRequestLeaves() {
    at.issuer.answers(request -> {
      assertThat(at.payments.only().payment().attempt())
          .isNotNull()
          .matches(attempt -> attempt.rrn().equals(request.rrn()))
          .matches(attempt -> attempt.stan().equals(request.stan()));
      return new IssuerAnswer.Declined("51");
    });

    assertThat(at.pay("k1")).isEqualTo(answered(201, "declined", false));
  }

  @Test
  void oneOfManySimultaneousRequestsRuns() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    at.issuer.answers(request -> {
      asked.countDown();
      await().until(() -> go.getCount() == 0);
      return new IssuerAnswer.Approved("00", "A1B2C3");
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Reply> first = threads.submit(() -> at.pay("k1"));
      asked.await();

      assertThat(at.pay("k1")).isEqualTo(Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS));
      assertThat(at.pay("k1", 1, CaptureMethod.MANUAL))
          .isEqualTo(Reply.refused(Refusal.IDEMPOTENCY_KEY_REUSED));
      go.countDown();
      assertThat(first.get()).isEqualTo(answered(201, "captured", false));
    }
  }

  @Test
  void manyRequestsOfOneKeyMakeOneIssuerRequest() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Reply>> calls =
          IntStream.range(0, 50).<Callable<Reply>>mapToObj(i -> () -> at.pay("k1")).toList();
      for (Future<Reply> reply : threads.invokeAll(calls)) {
        assertThat(reply.get())
            .isIn(
                answered(201, "captured", false),
                answered(201, "captured", true),
                Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS));
      }
    }

    assertThat(at.issuer.requests()).hasSize(1);
    assertThat(at.payments.facts()).hasSize(2);
  }

  @Test
  void riskDeclinesWithOneWriteAndNoRequest() {
    at.risk = RiskDecision.DECLINE;

    assertThat(at.pay("k1")).isEqualTo(answered(201, "declined", false));
    assertThat(at.payments.writes()).isEqualTo(1);
    assertThat(at.issuer.requests()).isEmpty();
  }

  @Test
  void aVaultThatIsAwayRefusesATokenAndKeepsTheKeyFree() {
    at.issuer.vaultAway();
    assertThatThrownBy(() -> at.pay("k1")).isInstanceOf(VaultUnavailableException.class);
    assertThat(at.payments.writes()).isZero();

    at.issuer.up();
    assertThat(at.pay("k1")).isEqualTo(answered(201, "captured", false));
  }

  @Test
  void withoutANetworkThePaymentIsDeclinedAndNothingIsSent() {
    at.issuer.down();

    assertThat(at.pay("k1")).isEqualTo(answered(201, "declined", false));
    at.issuer.up();

    assertThat(at.pay("k1")).isEqualTo(answered(201, "declined", true));
    assertThat(at.payments.only().payment().state()).isEqualTo(new Declined(Decline.byOutage()));
    assertThat(at.payments.writes()).isEqualTo(1);
    assertThat(at.issuer.requests()).isEmpty();
    assertThat(at.issuer.advices()).isEmpty();
  }

  @Test
  void aFullNetworkLeavesTheKeyFree() {
    at.issuer.full();

    assertThat(at.pay("k1")).isEqualTo(Reply.refused(Refusal.SERVICE_UNAVAILABLE));
    assertThat(at.payments.count()).isZero();
  }

  @Test
  void noAnswerIsReversedAndKeepsItsFirstReply() {
    at.issuer.answers(new IssuerAnswer.NoAnswer());

    assertThat(at.pay("k1")).isEqualTo(answered(202, "processing", false));
    await().untilAsserted(() -> assertThat(status()).isEqualTo(PaymentStatus.REVERSED));
    assertThat(at.issuer.advices()).hasSize(1);
    assertThat(at.issuer.advices().getFirst().repeat()).isFalse();
    assertThat(at.pay("k1")).isEqualTo(answered(202, "processing", true));
  }

  @Test
  void anAdviceIsForwardedAgainAsARepeatUntilAcknowledged() {
    at.issuer.acknowledges(false);
    at.issuer.answers(new IssuerAnswer.NotSent());
    at.pay("k1");
    await().untilAsserted(() -> assertThat(at.issuer.advices()).isNotEmpty());

    at.issuer.acknowledges(true);

    await().untilAsserted(() -> assertThat(status()).isEqualTo(PaymentStatus.REVERSED));
    assertThat(at.issuer.advices().getFirst().repeat()).isFalse();
    assertThat(at.issuer.advices().getLast().repeat()).isTrue();
    assertThat(at.payments.facts().stream().filter(PaymentReversed.class::isInstance)).hasSize(1);
  }

  @Test
  void aLateApprovalIsReversedAgain() {
    at.issuer.answers(new IssuerAnswer.NoAnswer());
    at.pay("k1");
    await().untilAsserted(() -> assertThat(status()).isEqualTo(PaymentStatus.REVERSED));

    at.late(at.issuer.requests().getFirst().rrn());

    await().untilAsserted(() -> assertThat(at.issuer.advices()).hasSize(2));
    assertThat(at.issuer.advices().getLast().repeat()).isTrue();
  }

  @Test
  void aLostAcknowledgementOfTheAttemptIsFoundAgain() {
    at.payments.loseAcknowledgements(1);

    assertThat(at.pay("k1")).isEqualTo(answered(201, "captured", false));
    assertThat(at.issuer.requests()).hasSize(1);
  }

  @Test
  void aLostAcknowledgementOfTheOutcomeIsFoundAgain() {
    at.issuer.answers(request -> {
      at.payments.loseAcknowledgements(1);
      return new IssuerAnswer.Approved("00", "A1B2C3");
    });

    assertThat(at.pay("k1")).isEqualTo(answered(201, "captured", false));
    assertThat(at.payments.facts()).hasSize(2);
  }

  @Test
  void recoveryGivesUpACrashedAttemptOnlyPastItsGrace() {
    at.issuer.answers(request -> {
      throw new IllegalStateException("the process ends here");
    });
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> at.pay("k1"))).isNotNull();

    at.clock.move(Duration.ofSeconds(10));
    at.recovery.sweep();
    assertThat(at.pay("k1")).isEqualTo(Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS));
    at.clock.move(Duration.ofMillis(1));
    at.recovery.sweep();

    assertThat(at.pay("k1")).isEqualTo(answered(202, "processing", true));
    await().untilAsserted(() -> assertThat(status()).isEqualTo(PaymentStatus.REVERSED));
    assertThat(at.issuer.requests()).hasSize(1);
  }

  @Test
  void anAnswerThatLostAgainstRecoveryIsReversed() {
    at.issuer.answers(request -> {
      at.clock.move(Duration.ofSeconds(11));
      at.recovery.sweep();
      return new IssuerAnswer.Approved("00", "A1B2C3");
    });

    assertThat(at.pay("k1")).isEqualTo(answered(202, "processing", false));
    await().untilAsserted(() -> assertThat(status()).isEqualTo(PaymentStatus.REVERSED));
    await().untilAsserted(() -> assertThat(at.payments.only().payment().nextAdvice()).isEmpty());
  }

  @Test
  void aLapsedHoldIsExpiredByTheSweep() {
    at.pay("k1", 100, CaptureMethod.MANUAL);
    at.clock.move(Duration.ofDays(7));

    at.recovery.sweep();

    assertThat(status()).isEqualTo(PaymentStatus.EXPIRED);
    await().untilAsserted(() -> assertThat(at.payments.only().payment().nextAdvice()).isEmpty());
    assertThat(at.issuer.advices().getFirst().remaining().isZero()).isTrue();
  }

  private PaymentStatus status() {
    return at.payments.only().payment().status();
  }

  private static Reply answered(int status, String body, boolean replayed) {
    return new Reply.Answered(new FrozenAnswer(status, body), replayed);
  }
}
