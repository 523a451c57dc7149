package io.openvpos.authorization.payment.domain;

import static io.openvpos.authorization.payment.domain.PaymentScenario.MONDAY;
import static io.openvpos.authorization.payment.domain.PaymentScenario.NOON;
import static io.openvpos.authorization.payment.domain.PaymentScenario.automatic;
import static io.openvpos.authorization.payment.domain.PaymentScenario.lira;
import static io.openvpos.authorization.payment.domain.PaymentScenario.manual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openvpos.authorization.payment.domain.PaymentCommand.ExpirePayment;
import io.openvpos.authorization.payment.domain.PaymentCommand.RequestIncrement;
import io.openvpos.authorization.payment.domain.PaymentCommand.VoidPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holding more than was first authorized.
final class IncrementRulesTest {

  private static final Instant LAPSED = NOON.plus(Duration.ofDays(7));

  @Test
  void onlyAnApprovalIsAuthorized() {
    PaymentScenario stay = manual(100).sent().approved().incrementAsked(50);
    assertThat(stay.payment().amountAuthorized()).isEqualTo(lira(100));

    stay.incremented(1);

    assertThat(stay.payment().amountAuthorized()).isEqualTo(lira(150));
    assertThat(stay.payment().amountCapturable()).isEqualTo(lira(150));
    assertThat(stay.payment().terms().amount()).isEqualTo(lira(100));
  }

  @Test
  void aDeclineLeavesTheHoldAsItWas() {
    PaymentScenario stay = manual(100).sent().approved().incrementAsked(50).incrementDeclined(1);

    assertThat(stay.payment().amountAuthorized()).isEqualTo(lira(100));
    assertThat(stay.payment().increment("inc_1").orElseThrow().decline())
        .isEqualTo(Decline.byIssuer("51"));
    assertThat(stay.payment().advices()).isEmpty();
  }

  @Test
  void silenceIsReversedAndItsLateApprovalAgain() {
    PaymentScenario stay =
        manual(100).sent().approved().incrementAsked(50).incrementUnanswered(1).acknowledged();

    Increment increment = stay.payment().increment("inc_1").orElseThrow();
    assertThat(increment.status()).isEqualTo(Increment.Status.REVERSED);
    assertThat(increment.decline()).isEqualTo(Decline.byOutage());
    assertThat(stay.payment().amountAuthorized()).isEqualTo(lira(100));

    stay.late("RRN-inc_1", true);

    assertThat(stay.payment().nextAdvice()).map(Advice::remaining).contains(lira(0));
    assertThat(stay.payment().amountAuthorized()).isEqualTo(lira(100));
  }

  @Test
  void oneIncrementAtATimeAndNothingEndsTheHoldMeanwhile() {
    PaymentScenario stay = manual(100).sent().approved().incrementAsked(50);

    assertThat(stay.decide(stay.increment("inc_2", 1)))
        .isEqualTo(Decision.rejected(Rejection.PAYMENT_PROCESSING));
    assertThat(stay.decide(new VoidPayment(NOON, MONDAY)))
        .isEqualTo(Decision.rejected(Rejection.PAYMENT_PROCESSING));
    assertThat(stay.decide(stay.capture(null, false)))
        .isEqualTo(Decision.rejected(Rejection.PAYMENT_PROCESSING));
    assertThat(stay.decide(stay.capture(10L, true)))
        .isEqualTo(Decision.rejected(Rejection.PAYMENT_PROCESSING));
    assertThat(stay.decide(new ExpirePayment(LAPSED, MONDAY))).isEqualTo(Decision.nothing());

    assertThat(stay.captured(10, false).payment().amountCaptured()).isEqualTo(lira(10));
  }

  @Test
  void onlyAnOpenHoldGrows() {
    Decision refused = Decision.rejected(Rejection.PAYMENT_NOT_INCREMENTABLE);

    for (PaymentScenario ended :
        List.of(
            automatic(100).sent().approved(),
            automatic(100).sent().declined("51"),
            manual(100).sent().approved().voided(),
            manual(100).sent().approved().captured(50, true))) {
      assertThat(ended.decide(ended.increment("inc_1", 1))).isEqualTo(refused);
    }
    PaymentScenario held = manual(100).sent().approved();
    assertThat(
            held.decide(
                new RequestIncrement(
                    LAPSED, "inc_1", lira(1), PaymentScenario.attempt("RRN-inc_1"))))
        .isEqualTo(refused);
    assertThat(manual(100).sent().decide(held.increment("inc_1", 1)))
        .isEqualTo(Decision.rejected(Rejection.PAYMENT_PROCESSING));
  }

  @Test
  void whatIsKeptStaysWithTheOldestApprovals() {
    PaymentScenario stay =
        manual(100)
            .sent()
            .approved()
            .incrementAsked(50)
            .incremented(1)
            .incrementAsked(30)
            .incremented(2)
            .captured(120, true);

    assertThat(stay.payment().advices())
        .extracting(advice -> advice.original().rrn(), Advice::remaining)
        .containsExactly(tuple("RRN-inc_1", lira(20)), tuple("RRN-inc_2", lira(0)));
  }

  @Test
  void aVoidTakesEveryApprovalBack() {
    PaymentScenario stay = manual(100).sent().approved().incrementAsked(50).incremented(1).voided();

    assertThat(stay.payment().advices())
        .extracting(advice -> advice.original().rrn(), Advice::number, Advice::remaining)
        .containsExactly(tuple("RRN000000001", 1, lira(0)), tuple("RRN-inc_1", 2, lira(0)));
  }
}
