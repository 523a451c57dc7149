package io.openvpos.authorization.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.openvpos.authorization.payment.domain.PaymentStatus;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.risk.RiskDecision;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A write that happened without anybody knowing is found as soon as the store is back, not by the
/// next sweep.
final class RecoveryTest {

  private final PaymentFixture at = new PaymentFixture();

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void theFactsOfACaptureThatNobodyKnowsOfAreSent() {
    at.pay("k1", 100, CaptureMethod.MANUAL);
    at.payments.goAwayWithTheNextWrite();

    unavailable(() -> at.capture("c1", 60L));
    at.payments.comeBack();

    assertThat(at.payments.only().payment().amountCaptured().minorUnits()).isEqualTo(60);
    sent();
  }

  @Test
  void theFactsOfADeclineThatNobodyKnowsOfAreSent() {
    at.risk = RiskDecision.DECLINE;
    at.payments.goAwayWithTheNextWrite();

    unavailable(() -> at.pay("k1"));
    at.payments.comeBack();

    sent();
  }

  @Test
  void anAttemptThatNobodyKnowsOfIsGivenUp() {
    at.payments.goAwayWithTheNextWrite();

    unavailable(() -> at.pay("k1"));
    at.clock.move(Duration.ofSeconds(10).plusMillis(1));
    at.payments.comeBack();

    await()
        .untilAsserted(() ->
            assertThat(at.payments.only().payment().status()).isEqualTo(PaymentStatus.REVERSED));
  }

  @Test
  void aRefundThatNobodyKnowsOfIsGivenUp() {
    at.pay("k1", 100, CaptureMethod.AUTOMATIC);
    at.payments.goAwayWithTheNextWrite();

    unavailable(() -> at.refund("r1", 60L));
    at.clock.move(Duration.ofSeconds(10).plusMillis(1));
    at.payments.comeBack();

    await()
        .untilAsserted(() ->
            assertThat(at.payments.only().payment().refunds().getFirst().status())
                .isEqualTo(Refund.Status.FAILED));
    assertThat(at.issuer.requests()).hasSize(1);
  }

  private void sent() {
    String id = at.payments.only().id();
    await().untilAsserted(() -> assertThat(at.payments.sent()).contains(id));
  }

  private static void unavailable(Runnable call) {
    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(call::run);
  }
}
