package io.openvpos.authorization.payment.domain;

import static io.openvpos.authorization.payment.domain.PaymentScenario.MONDAY;
import static io.openvpos.authorization.payment.domain.PaymentScenario.NOON;
import static io.openvpos.authorization.payment.domain.PaymentScenario.automatic;
import static io.openvpos.authorization.payment.domain.PaymentScenario.lira;
import static io.openvpos.authorization.payment.domain.PaymentScenario.manual;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.payment.domain.PaymentCommand.CapturePayment;
import io.openvpos.authorization.payment.domain.PaymentCommand.DeclineUnsent;
import io.openvpos.authorization.payment.domain.PaymentCommand.ExpirePayment;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordAdvice;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordLateAnswer;
import io.openvpos.authorization.payment.domain.PaymentCommand.VoidPayment;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentCaptured;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentRefunded;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentReversed;
import io.openvpos.authorization.payment.domain.PaymentEvent.PaymentVoided;
import io.openvpos.authorization.payment.domain.PaymentState.OutcomeUnknown;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The truth table of a payment: what each command does in each state.
final class PaymentDeciderTest {

  @Test
  void anApprovedAutomaticSaleIsAuthorizedAndCapturedAtOnce() {
    PaymentScenario sale = automatic(12990).sent().approved();

    assertThat(sale.payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    amounts(sale, 12990, 0, 12990, 0);
    assertThat(sale.payment().seq()).isEqualTo(2);
    assertThat(sale.payment().advices()).isEmpty();
  }

  @Test
  void aManualSaleWaitsForItsCaptures() {
    PaymentScenario sale = manual(100).sent().approved();

    assertThat(sale.payment().status()).isEqualTo(PaymentStatus.AUTHORIZED);
    amounts(sale, 100, 100, 0, 0);
  }

  @Test
  void aDeclinedSaleHoldsNothing() {
    PaymentScenario sale = automatic(100).sent().declined("51");

    assertThat(sale.payment().state())
        .isEqualTo(new PaymentState.Declined(new Decline("insufficient_funds", "51")));
    amounts(sale, 0, 0, 0, 0);
  }

  @Test
  void riskDeclinesBeforeAnythingIsSent() {
    PaymentScenario sale =
        automatic(100).accepted(new DeclineUnsent(NOON, MONDAY, Decline.byRisk()));

    assertThat(sale.payment().attempt()).isNull();
    assertThat(sale.payment().state())
        .isEqualTo(new PaymentState.Declined(new Decline("fraud_suspected", null)));
  }

  @Test
  void noAnswerIsUnknownUntilItsReversalIsAcknowledged() {
    PaymentScenario sale = automatic(100).sent().unanswered();
    Advice reversal = sale.payment().nextAdvice().orElseThrow();

    assertThat(sale.payment().status()).isEqualTo(PaymentStatus.PROCESSING);
    assertThat(reversal.remaining()).isEqualTo(lira(0));
    assertThat(sale.acknowledged().payment().status()).isEqualTo(PaymentStatus.REVERSED);
    amounts(sale, 0, 0, 0, 0);
    assertThat(sale.payment().nextAdvice()).isEmpty();
  }

  @Test
  void anApprovalAfterTheDeadlineIsALateAnswer() {
    PaymentScenario sale = automatic(100).sent().unanswered();

    sale.accepted(sale.approval());

    assertThat(sale.payment().state()).isInstanceOf(OutcomeUnknown.class);
    assertThat(sale.payment().nextAdvice().orElseThrow().round()).isEqualTo(1);
  }

  @Test
  void anAcknowledgementFromBeforeALateApprovalDoesNotCount() {
    PaymentScenario sale = automatic(100).sent().unanswered();
    Advice sent = sale.payment().nextAdvice().orElseThrow();

    sale.late("RRN000000001", true)
        .accepted(new RecordAdvice(NOON, MONDAY, sent.number(), sent.round(), false, true));

    assertThat(sale.payment().status()).isEqualTo(PaymentStatus.PROCESSING);
    assertThat(sale.acknowledged().payment().status()).isEqualTo(PaymentStatus.REVERSED);
  }

  @Test
  void aLateApprovalMakesTheReversalDueAgainAlsoInReversed() {
    PaymentScenario sale = automatic(100).sent().unanswered().acknowledged();

    sale.late("RRN000000001", true);

    assertThat(sale.payment().nextAdvice()).isPresent();
    assertThat(sale.acknowledged().payment().nextAdvice()).isEmpty();
    assertThat(sale.payment().status()).isEqualTo(PaymentStatus.REVERSED);
    assertThat(sale.events().stream().filter(PaymentReversed.class::isInstance)).hasSize(1);
  }

  @Test
  void aLateDeclineOnlyEntersTheHistory() {
    PaymentScenario sale = automatic(100).sent().unanswered().acknowledged();

    sale.late("RRN000000001", false);

    assertThat(sale.payment().nextAdvice()).isEmpty();
  }

  @Test
  void aLateAnswerToAnOpenAttemptGivesItUp() {
    PaymentScenario sale = automatic(100).sent().late("RRN000000001", true);

    assertThat(sale.payment().state()).isInstanceOf(OutcomeUnknown.class);
    assertThat(sale.payment().nextAdvice()).isPresent();
  }

  @Test
  void anAnswerBesideTheOneWaitedForChangesNothingBeforeTheDeadline() {
    PaymentScenario sale = automatic(100).sent();
    Payment waiting = sale.payment();

    sale.accepted(early("RRN000000001"));

    assertThat(sale.payment()).isEqualTo(waiting);
    assertThat(sale.approved().payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(sale.payment().advices()).isEmpty();
  }

  @Test
  void anApprovalBesideTheOneWaitedForIsReversedFromTheDeadlineOn() {
    PaymentScenario sale = automatic(100).sent().accepted(early("RRN000000001")).unanswered();

    assertThat(sale.payment().nextAdvice().orElseThrow().remaining()).isEqualTo(lira(0));
    assertThat(sale.acknowledged().payment().status()).isEqualTo(PaymentStatus.REVERSED);
  }

  @Test
  void anAnswerBesideTheOneOfARefundChangesNothingBeforeTheDeadline() {
    PaymentScenario sale = automatic(100).sent().approved().refundAsked(60);
    Payment waiting = sale.payment();

    sale.accepted(early("RRN-ref_1"));

    assertThat(sale.payment()).isEqualTo(waiting);
    sale.late("RRN-ref_1", true);
    assertThat(sale.payment().refund("ref_1").orElseThrow().status())
        .isEqualTo(Refund.Status.UNKNOWN);
    assertThat(sale.payment().nextAdvice()).isPresent();
  }

  @Test
  void anAnswerThatComesTwiceChangesNothing() {
    PaymentScenario sale = automatic(100).sent().approved();
    Payment once = sale.payment();

    assertThat(sale.accepted(sale.approval()).payment()).isEqualTo(once);
  }

  @Test
  void partialCapturesAddUpToTheHold() {
    PaymentScenario sale = manual(100).sent().approved().captured(30, false);

    amounts(sale, 100, 70, 30, 0);
    assertThat(sale.payment().status()).isEqualTo(PaymentStatus.AUTHORIZED);
    rejected(sale, sale.capture(71L, false), Rejection.CAPTURE_EXCEEDS_AUTHORIZED);
    sale.captured(70, false);
    assertThat(sale.payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(sale.payment().advices()).isEmpty();
    rejected(sale, sale.capture(1L, false), Rejection.CAPTURE_EXCEEDS_AUTHORIZED);
    rejected(sale, sale.capture(null, false), Rejection.CAPTURE_EXCEEDS_AUTHORIZED);
  }

  @Test
  void anAbsentAmountCapturesTheRestFinally() {
    PaymentScenario sale = manual(100).sent().approved().captured(30, false);

    sale.accepted(sale.capture(null, false));

    amounts(sale, 100, 0, 100, 0);
    assertThat(sale.payment().captures().getLast().finalCapture()).isTrue();
  }

  @Test
  void aFinalCaptureBelowTheHoldReleasesTheRest() {
    PaymentScenario sale = manual(100).sent().approved().captured(60, true);
    Advice release = sale.payment().nextAdvice().orElseThrow();

    amounts(sale, 100, 0, 60, 0);
    assertThat(sale.payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(release.remaining()).isEqualTo(lira(60));
    assertThat(release.originalAmount()).isEqualTo(lira(100));
    rejected(sale, sale.capture(40L, false), Rejection.PAYMENT_NOT_CAPTURABLE);
    rejected(sale, sale.capture(41L, false), Rejection.CAPTURE_EXCEEDS_AUTHORIZED);
  }

  @Test
  void advicesGoOutInTheOrderStored() {
    PaymentScenario sale = manual(100).sent().approved().captured(60, true).voided();

    assertThat(sale.payment().nextAdvice().orElseThrow().remaining()).isEqualTo(lira(60));
    assertThat(sale.acknowledged().payment().nextAdvice().orElseThrow().remaining())
        .isEqualTo(lira(0));
  }

  @Test
  void theContractVersionIsTheOneOfTheSalesDay() {
    PaymentScenario sale = manual(100).sent().approved().captured(10, false);

    sale.onDay(MONDAY.plusDays(1)).captured(10, false);

    assertThat(sale.payment().captures().stream().map(Capture::contractVersion))
        .containsExactly(1, 2);
    assertThat(ContractVersion.on(MONDAY.minusYears(1), PaymentScenario.VERSIONS)).isEqualTo(1);
  }

  @Test
  void aVoidTakesBackEveryCaptureOfItsOwnDay() {
    PaymentScenario sale =
        manual(100).sent().approved().captured(30, false).captured(20, false).voided();

    amounts(sale, 100, 0, 0, 0);
    PaymentVoided fact = (PaymentVoided) last(sale);
    assertThat(fact.amount()).isEqualTo(lira(50));
    assertThat(fact.portions().stream().map(CapturePortion::amount))
        .containsExactly(lira(30), lira(20));
    rejected(sale, new VoidPayment(NOON, MONDAY), Rejection.PAYMENT_NOT_VOIDABLE);
  }

  @Test
  void aVoidBeforeCaptureIsAllowedOnAnyDay() {
    PaymentScenario sale = manual(100).sent().approved().onDay(MONDAY.plusDays(2)).voided();

    assertThat(sale.payment().status()).isEqualTo(PaymentStatus.VOIDED);
  }

  @Test
  void aVoidAfterTheSalesDayIsRejected() {
    PaymentScenario sale = automatic(100).sent().approved();

    rejected(sale, new VoidPayment(NOON, MONDAY.plusDays(1)), Rejection.PAYMENT_NOT_VOIDABLE);
  }

  @Test
  void refundsStandInTheWayOfAVoid() {
    PaymentScenario sale = automatic(100).sent().approved().refundAsked(10);

    rejected(sale, new VoidPayment(NOON, MONDAY), Rejection.PAYMENT_PROCESSING);
    sale.refunded(1);
    rejected(sale, new VoidPayment(NOON, MONDAY), Rejection.PAYMENT_NOT_VOIDABLE);
  }

  @Test
  void aFailedRefundLeavesThePaymentVoidable() {
    PaymentScenario sale = automatic(100).sent().approved().refundAsked(10).refundDeclined(1);

    assertThat(sale.voided().payment().status()).isEqualTo(PaymentStatus.VOIDED);
  }

  @Test
  void refundsReserveWhatTheyAskFor() {
    PaymentScenario sale = automatic(100).sent().approved().refundAsked(60);

    amounts(sale, 100, 0, 100, 60);
    rejected(sale, sale.refund("ref_x", 41L), Rejection.REFUND_EXCEEDS_CAPTURED);
    sale.refundDeclined(1);
    amounts(sale, 100, 0, 100, 0);
  }

  @Test
  void anAbsentAmountRefundsAllThatIsLeft() {
    PaymentScenario sale = automatic(100).sent().approved().refundAsked(60);

    sale.accepted(sale.refund("ref_2", null));

    amounts(sale, 100, 0, 100, 100);
    rejected(sale, sale.refund("ref_3", null), Rejection.REFUND_EXCEEDS_CAPTURED);
  }

  @Test
  void refundsTakeTheOldestCaptureFirstWhenTheySucceed() {
    PaymentScenario sale = manual(100).sent().approved().captured(50, false).captured(50, false);

    sale.refundAsked(40).refundAsked(40).refundAsked(20).refundDeclined(1).refunded(3).refunded(2);

    PaymentRefunded last = (PaymentRefunded) last(sale);
    assertThat(last.portions())
        .extracting(
            CapturePortion::captureSeq,
            portion -> portion.refundedBefore().minorUnits(),
            portion -> portion.refundedAfter().minorUnits())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, 20L, 50L),
            org.assertj.core.groups.Tuple.tuple(3L, 0L, 10L));
  }

  @Test
  void anUnansweredRefundStaysPendingAndThenFails() {
    PaymentScenario sale = automatic(100).sent().approved().refundAsked(60).refundUnanswered(1);

    Advice reversal = sale.payment().nextAdvice().orElseThrow();
    assertThat(reversal.originalMti()).isEqualTo("0200");
    assertThat(reversal.originalAmount()).isEqualTo(lira(60));
    amounts(sale, 100, 0, 100, 60);
    Refund failed = sale.acknowledged().payment().refund("ref_1").orElseThrow();
    assertThat(failed.failureCode()).isEqualTo("issuer_unavailable");
    amounts(sale, 100, 0, 100, 0);
    assertThat(sale.late("RRN-ref_1", true).payment().nextAdvice()).isPresent();
  }

  @Test
  void nothingIsDoneWithAPaymentInProgress() {
    PaymentScenario sale = automatic(100).sent();

    rejected(sale, sale.capture(1L, false), Rejection.PAYMENT_PROCESSING);
    rejected(sale, new VoidPayment(NOON, MONDAY), Rejection.PAYMENT_PROCESSING);
    rejected(sale, sale.refund("ref_1", 1L), Rejection.PAYMENT_PROCESSING);
  }

  @Test
  void nothingIsDoneWithADeclinedPayment() {
    PaymentScenario sale = automatic(100).sent().declined("05");

    rejected(sale, sale.capture(1L, false), Rejection.PAYMENT_NOT_CAPTURABLE);
    rejected(sale, new VoidPayment(NOON, MONDAY), Rejection.PAYMENT_NOT_VOIDABLE);
    rejected(sale, sale.refund("ref_1", 1L), Rejection.PAYMENT_NOT_REFUNDABLE);
  }

  @Test
  void whatIsNotCapturedIsNotRefunded() {
    PaymentScenario sale = manual(100).sent().approved();

    rejected(sale, sale.refund("ref_1", 1L), Rejection.PAYMENT_NOT_REFUNDABLE);
  }

  @Test
  void aHoldIsCapturableUntilItLapsesAndNoLonger() {
    PaymentScenario sale = manual(100).sent().approved();

    assertThat(sale.decide(captureAfter(Duration.ofDays(7).minusMillis(1))))
        .isInstanceOf(Decision.Accepted.class);
    rejected(sale, captureAfter(Duration.ofDays(7)), Rejection.PAYMENT_NOT_CAPTURABLE);
  }

  @Test
  void aLapsedHoldExpires() {
    PaymentScenario sale = manual(100).sent().approved();

    sale.accepted(expiry(Duration.ofDays(6)));
    assertThat(sale.payment().status()).isEqualTo(PaymentStatus.AUTHORIZED);
    sale.accepted(expiry(Duration.ofDays(7)));
    assertThat(sale.payment().status()).isEqualTo(PaymentStatus.EXPIRED);
    amounts(sale, 100, 0, 0, 0);
    assertThat(sale.payment().nextAdvice().orElseThrow().remaining()).isEqualTo(lira(0));
  }

  @Test
  void aLapsedHoldWithCapturesIsCaptured() {
    PaymentScenario sale = manual(100).sent().approved().captured(30, false);

    sale.accepted(expiry(Duration.ofDays(8)));

    assertThat(sale.payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(sale.payment().nextAdvice().orElseThrow().remaining()).isEqualTo(lira(30));
  }

  @Test
  void factsAreNumberedWithoutGaps() {
    PaymentScenario sale = automatic(100).sent().approved().refundAsked(10).refunded(1);

    assertThat(
            sale.events().stream()
                .filter(PaymentEvent.Fact.class::isInstance)
                .map(fact -> ((PaymentEvent.Fact) fact).seq()))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void theHistoryKeepsTheFirstAndTheLastRepeatOfAnAdvice() {
    PaymentScenario sale = automatic(100).sent().unanswered();
    List<TimelineEntry> history = Timeline.after(List.of(), sale.payment(), sale.events());
    Map<Integer, TimelineEntry> numbered = new HashMap<>();

    for (int repeat = 0; repeat < 5; repeat++) {
      history =
          Timeline.after(
              history,
              sale.payment(),
              List.of(new PaymentEvent.AdviceForwarded(NOON, 1, true, false, false)));
      for (TimelineEntry entry : history) {
        assertThat(numbered.putIfAbsent(entry.number(), entry)).isIn(null, entry);
      }
      assertThat(history).isSortedAccordingTo(Comparator.comparingInt(TimelineEntry::number));
    }

    assertThat(history.stream().filter(entry -> entry.type().equals("issuer.advice"))).hasSize(2);
    assertThat(history.getLast().data()).containsEntry("count", 5);
  }

  private static RecordLateAnswer early(String rrn) {
    return new RecordLateAnswer(NOON.plusSeconds(5).minusMillis(1), rrn, true, "00");
  }

  private static CapturePayment captureAfter(Duration wait) {
    return new CapturePayment(NOON.plus(wait), MONDAY, lira(10), false, PaymentScenario.VERSIONS);
  }

  private static ExpirePayment expiry(Duration after) {
    return new ExpirePayment(NOON.plus(after), MONDAY.plusDays(7));
  }

  private static PaymentEvent last(PaymentScenario sale) {
    return sale.events().stream()
        .filter(event -> event instanceof PaymentEvent.Fact && !(event instanceof PaymentCaptured))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private static void rejected(PaymentScenario sale, PaymentCommand command, Rejection reason) {
    assertThat(sale.decide(command)).isEqualTo(Decision.rejected(reason));
  }

  private static void amounts(
      PaymentScenario sale, long authorized, long capturable, long captured, long refunded) {
    assertThat(sale.payment().amountAuthorized()).isEqualTo(lira(authorized));
    assertThat(sale.payment().amountCapturable()).isEqualTo(lira(capturable));
    assertThat(sale.payment().amountCaptured()).isEqualTo(lira(captured));
    assertThat(sale.payment().amountRefunded()).isEqualTo(lira(refunded));
  }
}
