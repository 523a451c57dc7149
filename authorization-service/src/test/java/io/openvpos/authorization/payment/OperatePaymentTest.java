package io.openvpos.authorization.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.Reservation;
import io.openvpos.authorization.payment.OperationOrder.Action;
import io.openvpos.authorization.payment.Reply.Refusal;
import io.openvpos.authorization.payment.domain.Increment;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.payment.domain.Rejection;
import io.openvpos.authorization.vault.VaultUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Captures, voids and refunds: once per key, never beyond the amount, however many come at once.
final class OperatePaymentTest {

  private final PaymentFixture at = new PaymentFixture();

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void anOperationIsReplayedByItsKey() {
    at.pay("k1", 100, CaptureMethod.MANUAL);

    assertThat(at.capture("c1", 60L)).isEqualTo(answered(200, "authorized 60", false));
    assertThat(at.capture("c1", 60L)).isEqualTo(answered(200, "authorized 60", true));
    assertThat(at.capture("c1", 61L)).isEqualTo(Reply.refused(Refusal.IDEMPOTENCY_KEY_REUSED));
    assertThat(captured()).isEqualTo(60);
  }

  @Test
  void aRejectionOfAmountIsKeptAndOneOfStateIsNot() {
    at.pay("k1", 100, CaptureMethod.MANUAL);

    assertThat(at.capture("c1", 101L))
        .isEqualTo(answered(422, "CAPTURE_EXCEEDS_AUTHORIZED", false));
    assertThat(at.capture("c1", 101L)).isEqualTo(answered(422, "CAPTURE_EXCEEDS_AUTHORIZED", true));
    assertThat(at.refund("r1", 1L)).isEqualTo(new Reply.Rejected(Rejection.PAYMENT_NOT_REFUNDABLE));
    at.capture("c2", 100L);
    assertThat(at.refund("r1", 1L)).isEqualTo(answered(201, "SUCCEEDED", false));
  }

  @Test
  void anIncrementIsAskedOnceAndMayThenBeCaptured() {
    at.pay("k1", 100, CaptureMethod.MANUAL);

    assertThat(at.increment("i1", 50)).isEqualTo(answered(201, "APPROVED", false));
    assertThat(at.increment("i1", 50)).isEqualTo(answered(201, "APPROVED", true));
    assertThat(at.issuer.requests()).hasSize(2);
    assertThat(at.capture("c1", 150L)).isEqualTo(answered(200, "captured 150", false));
  }

  @Test
  void anIncrementWithoutAnswerIsReversedAndKeepsItsFirstReply() {
    at.pay("k1", 100, CaptureMethod.MANUAL);
    at.issuer.answers(new IssuerAnswer.NoAnswer());

    assertThat(at.increment("i1", 50)).isEqualTo(answered(201, "UNKNOWN", false));

    await()
        .untilAsserted(() ->
            assertThat(at.payments.only().payment().increments().getFirst().status())
                .isEqualTo(Increment.Status.REVERSED));
    assertThat(at.increment("i1", 50)).isEqualTo(answered(201, "UNKNOWN", true));
    assertThat(at.capture("c1", 101L))
        .isEqualTo(answered(422, "CAPTURE_EXCEEDS_AUTHORIZED", false));
  }

  @Test
  void aCrashedIncrementIsGivenUpByRecovery() {
    at.pay("k1", 100, CaptureMethod.MANUAL);
    at.issuer.answers(request -> {
      throw new IllegalStateException("the process ends here");
    });
    assertThat(catchThrowable(() -> at.increment("i1", 50))).isNotNull();

    at.clock.move(Duration.ofSeconds(10).plusMillis(1));
    at.recovery.sweep();

    assertThat(at.increment("i1", 50)).isEqualTo(answered(201, "UNKNOWN", true));
    assertThat(at.issuer.requests()).hasSize(2);
  }

  @Test
  void aVaultThatIsAwayRefusesWhatAsksTheIssuerBeforeItBegins() {
    at.pay("k1", 100, CaptureMethod.AUTOMATIC);
    at.issuer.vaultAway();

    assertThat(catchThrowable(() -> at.refund("r1", 40L)))
        .isInstanceOf(VaultUnavailableException.class);
    assertThat(at.payments.only().payment().refunds()).isEmpty();
    assertThat(at.refund("r2", 101L)).isEqualTo(answered(422, "REFUND_EXCEEDS_CAPTURED", false));

    at.issuer.up();
    assertThat(at.refund("r1", 40L)).isEqualTo(answered(201, "SUCCEEDED", false));
  }

  @Test
  void aRefundThatDidNotFitWhenThePaymentWasSeenIsMadeIfItFitsInItsTurn() throws Exception {
    at.pay("k1", 100, CaptureMethod.MANUAL);
    PaymentRecord held = at.payments.only();
    at.capture("c1", 100L);
    PaymentRecord captured = at.payments.only();
    at.payments.put(held);
    List<Reply> refunded = new ArrayList<>();
    Thread refund = Thread.ofPlatform().unstarted(() -> refunded.add(at.refund("r1", 40L)));

    at.writes.change(
        held.id(),
        null,
        (record, moment) -> {
          refund.start();
          await().until(() -> refund.getState() == Thread.State.WAITING);
          at.payments.put(captured);
          return new PaymentWrites.Step.Keep<>(record);
        });
    refund.join();

    assertThat(refunded).containsExactly(answered(201, "SUCCEEDED", false));
  }

  @Test
  void manyCapturesAtOnceNeverExceedTheHold() throws Exception {
    at.pay("k1", 100, CaptureMethod.MANUAL);

    List<Reply> replies = atOnce(i -> () -> at.capture("c" + i, 30L));

    assertThat(captured()).isEqualTo(90);
    assertThat(replies.stream().filter(OperatePaymentTest::succeeded)).hasSize(3);
  }

  @Test
  void manyRefundsAtOnceNeverExceedTheCaptures() throws Exception {
    at.pay("k1", 100, CaptureMethod.AUTOMATIC);

    List<Reply> replies = atOnce(i -> () -> at.refund("r" + i, 30L));

    assertThat(at.payments.only().payment().amountRefunded().minorUnits()).isEqualTo(90);
    assertThat(replies.stream().filter(OperatePaymentTest::succeeded)).hasSize(3);
    assertThat(at.issuer.requests()).hasSize(4);
  }

  @Test
  void aLostAcknowledgementOfAnOperationIsFoundAgain() {
    at.pay("k1", 100, CaptureMethod.MANUAL);
    at.payments.loseAcknowledgements(1);

    assertThat(at.capture("c1", 60L)).isEqualTo(answered(200, "authorized 60", false));
    assertThat(captured()).isEqualTo(60);
  }

  @Test
  void theIssuersTimeBeginsWithTheRefundsTurn() throws Exception {
    at.pay("k1", 100, CaptureMethod.AUTOMATIC);
    Thread refund = Thread.ofPlatform().unstarted(() -> at.refund("r1", 60L));

    at.writes.change(
        at.payments.only().id(),
        null,
        (record, moment) -> {
          refund.start();
          await().until(() -> refund.getState() == Thread.State.WAITING);
          at.clock.move(Duration.ofMinutes(1));
          return new PaymentWrites.Step.Keep<>(record);
        });
    refund.join();

    assertThat(at.issuer.requests().getLast().deadline()).isAfter(at.clock.instant());
  }

  @Test
  void aLostAcknowledgementOfAReservationStillSendsOnce() {
    at.pay("k1", 100, CaptureMethod.AUTOMATIC);
    at.payments.loseAcknowledgements(1);

    assertThat(at.refund("r1", 60L)).isEqualTo(answered(201, "SUCCEEDED", false));
    assertThat(at.issuer.requests()).hasSize(2);
  }

  @Test
  void anotherRequestsOperationIsAReplayHoweverLateItIsFound() {
    at.pay("k1", 100, CaptureMethod.MANUAL);
    PaymentRecord before = at.payments.only();
    at.capture("c1", 60L);

    Reply second =
        at.operate.handle(
            before,
            PaymentFixture.order("c1", new Action.Capturing(60L, false)),
            new PaymentFixture.PlainAnswers());

    assertThat(second).isEqualTo(answered(200, "authorized 60", true));
  }

  @Test
  void onlyTheWriterOfARefundSendsItThoughItsAttemptLooksTheSame() {
    at.pay("k1", 100, CaptureMethod.AUTOMATIC);
    PaymentRecord before = at.payments.only();
    ScriptedIssuer otherConnection = new ScriptedIssuer();
    assertThat(otherConnection.reserve()).isInstanceOf(Reservation.Reserved.class);
    List<Reply> second = new ArrayList<>();
    at.issuer.answers(request -> {
      second.add(
          at.elsewhere(otherConnection)
              .handle(
                  before,
                  PaymentFixture.order("r1", new Action.Refunding(60L, null)),
                  new PaymentFixture.PlainAnswers()));
      return new IssuerAnswer.Approved("00", null);
    });

    assertThat(at.refund("r1", 60L)).isEqualTo(answered(201, "SUCCEEDED", false));
    assertThat(second).containsExactly(Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS));
    assertThat(otherConnection.requests()).isEmpty();
  }

  @Test
  void whatIsRefusedNeedsNoIssuer() {
    at.pay("k1", 100, CaptureMethod.AUTOMATIC);
    at.issuer.down();

    assertThat(at.refund("r1", 101L)).isEqualTo(answered(422, "REFUND_EXCEEDS_CAPTURED", false));
    assertThat(at.refund("r2", 100L)).isEqualTo(Reply.refused(Refusal.ISSUER_UNREACHABLE));
    assertThat(at.payments.only().payment().refunds()).isEmpty();
    at.issuer.up();
    assertThat(at.refund("r1", 101L)).isEqualTo(answered(422, "REFUND_EXCEEDS_CAPTURED", true));
    assertThat(at.refund("r2", 40L)).isEqualTo(answered(201, "SUCCEEDED", false));
  }

  @Test
  void aVoidedPaymentIsNotRefundableAlsoWithoutAnIssuer() {
    at.pay("k1", 100, CaptureMethod.AUTOMATIC);
    at.operate("v1", new Action.Voiding());
    at.issuer.down();

    assertThat(at.refund("r1", 1L)).isEqualTo(new Reply.Rejected(Rejection.PAYMENT_NOT_REFUNDABLE));
  }

  @Test
  void anUnansweredRefundIsPendingAndThenFails() {
    at.pay("k1", 100, CaptureMethod.AUTOMATIC);
    at.issuer.acknowledges(false);
    at.issuer.answers(new IssuerAnswer.NoAnswer());

    assertThat(at.refund("r1", 60L)).isEqualTo(answered(201, "UNKNOWN", false));
    assertThat(at.operate("v1", new Action.Voiding()))
        .isEqualTo(new Reply.Rejected(Rejection.PAYMENT_PROCESSING));
    at.issuer.acknowledges(true);

    await()
        .untilAsserted(() ->
            assertThat(at.payments.only().payment().refunds().getFirst().status())
                .isEqualTo(Refund.Status.FAILED));
    assertThat(at.refund("r1", 60L)).isEqualTo(answered(201, "UNKNOWN", true));
  }

  @Test
  void recoveryFreezesTheAnswerOfACrashedRefund() {
    at.pay("k1", 100, CaptureMethod.AUTOMATIC);
    at.issuer.answers(request -> {
      throw new IllegalStateException("the process ends here");
    });
    assertThat(catchThrowable(() -> at.refund("r1", 60L))).isNotNull();

    assertThat(at.refund("r1", 60L)).isEqualTo(Reply.refused(Refusal.IDEMPOTENCY_IN_PROGRESS));
    at.clock.move(Duration.ofSeconds(10).plusMillis(1));
    at.recovery.sweep();

    assertThat(at.refund("r1", 60L)).isEqualTo(answered(201, "UNKNOWN", true));
  }

  @Test
  void refusedAttemptsCannotUseUpTheRoomOfRealOnes() {
    at.pay("k1", 1_000, CaptureMethod.MANUAL);
    IntStream.range(0, 301).forEach(i -> at.capture("over" + i, 1_001L));

    assertThat(at.payments.only().operations()).hasSize(300);
    assertThat(at.capture("over301", 1_001L))
        .isEqualTo(new Reply.Rejected(Rejection.CAPTURE_EXCEEDS_AUTHORIZED));
    IntStream.range(0, 200).forEach(i -> at.capture("c" + i, 1L));
    assertThat(captured()).isEqualTo(200);
    assertThat(at.capture("one more", 1L)).isEqualTo(Reply.refused(Refusal.TOO_MANY_OPERATIONS));
    assertThat(captured()).isEqualTo(200);
  }

  @Test
  void answersAreDroppedAfterSevenDaysAndKeysStay() {
    at.pay("k1", 100, CaptureMethod.MANUAL);
    at.capture("c1", 10L);
    at.clock.move(Duration.ofDays(6));
    at.capture("c2", 10L);
    at.clock.move(Duration.ofDays(1).plusSeconds(1));
    at.refund("r1", 5L);

    assertThat(at.capture("c1", 10L)).isEqualTo(Reply.refused(Refusal.IDEMPOTENCY_KEY_EXPIRED));
    assertThat(at.capture("c2", 10L)).isEqualTo(answered(200, "authorized 20", true));
    assertThat(at.payments.only().operations().getFirst().answer()).isNull();
    assertThat(at.payments.only().answer()).isNull();
  }

  private long captured() {
    return at.payments.only().payment().amountCaptured().minorUnits();
  }

  private static List<Reply> atOnce(java.util.function.IntFunction<Callable<Reply>> call)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> futures =
          threads.invokeAll(IntStream.range(0, 20).mapToObj(call).toList());
      return futures.stream().map(Future::resultNow).toList();
    }
  }

  private static boolean succeeded(Reply reply) {
    return reply instanceof Reply.Answered answered && answered.answer().status() < 300;
  }

  private static Reply answered(int status, String body, boolean replayed) {
    return new Reply.Answered(new FrozenAnswer(status, body), replayed);
  }
}
