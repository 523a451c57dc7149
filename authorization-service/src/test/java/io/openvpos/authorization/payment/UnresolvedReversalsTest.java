package io.openvpos.authorization.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentStatus;
import io.openvpos.authorization.payment.domain.Rejection;
import io.openvpos.authorization.payment.domain.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Reversals that nobody acknowledges, and the person who settles them.
final class UnresolvedReversalsTest {

  private final PaymentFixture at = new PaymentFixture();

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void aReversalNobodyAcknowledgesWaitsForAPersonWhoEndsThePayment() {
    unanswered();
    await().untilAsserted(() -> assertThat(at.unresolved.list(null, 10)).hasSize(1));
    Payment waiting = at.unresolved.list(null, 10).getFirst();

    assertThat(at.unresolved.resolve(waiting.id(), 2, "ops", "said the issuer"))
        .contains(Rejection.REVERSAL_NOT_UNRESOLVED);
    assertThat(at.unresolved.resolve(waiting.id(), 1, "ops", "said the issuer")).isEmpty();

    PaymentRecord after = at.payments.only();
    assertThat(after.payment().status()).isEqualTo(PaymentStatus.REVERSED);
    assertThat(after.timeline())
        .extracting(TimelineEntry::type)
        .containsSubsequence("operator.advice_resolved", "payment.reversed");
    assertThat(at.unresolved.list(null, 10)).isEmpty();
    assertThat(at.unresolved.resolve(waiting.id(), 1, "ops", "again"))
        .contains(Rejection.REVERSAL_NOT_UNRESOLVED);
  }

  @Test
  void whatWasDoneIsSaidToBeDoneThoughItsAcknowledgementWasLost() {
    unanswered();
    await().untilAsserted(() -> assertThat(at.unresolved.list(null, 10)).hasSize(1));
    String id = at.payments.only().id();
    at.payments.loseAcknowledgements(1);

    assertThat(at.unresolved.resolve(id, 1, "ops", "said the issuer")).isEmpty();

    assertThat(at.payments.only().timeline())
        .extracting(TimelineEntry::type)
        .containsOnlyOnce("operator.advice_resolved");
    assertThat(at.payments.sent()).contains(id);
  }

  @Test
  void onlyManyTriesMakeItAPersonsBusiness() {
    at.issuer.down();
    at.pay("k0");
    at.issuer.up();
    String declined = at.payments.only().id();

    assertThat(at.unresolved.list(null, 10)).isEmpty();
    assertThat(at.unresolved.resolve(declined, 1, "ops", "nothing to resolve"))
        .contains(Rejection.REVERSAL_NOT_UNRESOLVED);
  }

  @Test
  void aLateApprovalMakesAResolvedReversalDueAgain() {
    unanswered();
    await().untilAsserted(() -> assertThat(at.unresolved.list(null, 10)).hasSize(1));
    at.unresolved.resolve(at.payments.only().id(), 1, "ops", "said the issuer");
    at.issuer.acknowledges(true);
    int before = at.issuer.advices().size();

    at.late(at.issuer.requests().getFirst().rrn());

    await().untilAsserted(() -> assertThat(at.issuer.advices()).hasSizeGreaterThan(before));
    await().untilAsserted(() -> assertThat(at.payments.only().payment().nextAdvice()).isEmpty());
    assertThat(at.payments.only().payment().status()).isEqualTo(PaymentStatus.REVERSED);
  }

  private void unanswered() {
    at.issuer.acknowledges(false);
    at.issuer.answers(new IssuerAnswer.NoAnswer());
    at.pay("k1");
  }
}
