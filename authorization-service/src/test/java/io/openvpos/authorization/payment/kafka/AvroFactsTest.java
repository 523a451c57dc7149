package io.openvpos.authorization.payment.kafka;

import static io.openvpos.authorization.payment.domain.PaymentScenario.MONDAY;
import static io.openvpos.authorization.payment.domain.PaymentScenario.automatic;
import static io.openvpos.authorization.payment.domain.PaymentScenario.manual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openvpos.authorization.payment.domain.Authentication;
import io.openvpos.authorization.payment.domain.AuthenticationResult;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentEvent;
import io.openvpos.authorization.payment.domain.PaymentEvent.Fact;
import io.openvpos.authorization.payment.domain.PaymentScenario;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.authorization.CapturePortion;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentDeclined;
import io.openvpos.schemas.authorization.PaymentRefunded;
import io.openvpos.schemas.authorization.PaymentReversed;
import io.openvpos.schemas.authorization.PaymentVoided;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/// Every fact carries all that its readers need, so that each is read alone.
final class AvroFactsTest {

  @Test
  void aSaleIsPublishedAsAuthorizedAndCaptured() {
    List<SpecificRecord> records = published(automatic(12990).sent().approved());

    PaymentAuthorized authorized = (PaymentAuthorized) records.get(0);
    PaymentCaptured captured = (PaymentCaptured) records.get(1);
    assertThat(authorized.getEnvelope().getEventId()).isEqualTo("pay_1:1");
    assertThat(authorized.getCaptureMethod()).isEqualTo("automatic");
    assertThat(captured.getEnvelope().getEventId()).isEqualTo("pay_1:2");
    assertThat(captured.getEnvelope().getAggregateVersion()).isEqualTo(2);
    assertThat(captured.getSalesDay()).isEqualTo(MONDAY);
    assertThat(captured.getAmount().getMinorUnits()).isEqualTo(12990);
    assertThat(captured.getAmount().getCurrency()).isEqualTo("TRY");
    assertThat(captured.getContractVersion()).isEqualTo(1);
    assertThat(captured.getFinalCapture()).isTrue();
    assertThat(captured.getPayment().getMode()).isEqualTo(Mode.TEST);
    assertThat(captured.getPayment().getOrderId()).isEqualTo("A-1001");
    assertThat(captured.getPayment().getRrn()).isEqualTo("RRN000000001");
    assertThat(captured.getPayment().getAuthorizationCode()).isEqualTo("A1B2C3");
    assertThat(captured.getPayment().getCard().getCardClass()).isEqualTo("domestic_credit");
  }

  @Test
  void howTheCardholderWasAuthenticatedIsTold() {
    Payment sold = automatic(100).sent().approved().payment();
    assertThat(RepeatedFacts.of(sold).getAuthentication()).isNull();
    AuthenticationResult result =
        new AuthenticationResult("authenticated", "challenge", "2.2.0", "05", "AAV", "ds-1", true);
    Payment proved =
        new Payment(
            sold.terms(),
            sold.attempt(),
            new Authentication(null, null, result, null),
            sold.state(),
            sold.increments(),
            sold.captures(),
            sold.refunds(),
            sold.advices(),
            sold.seq());

    assertThat(RepeatedFacts.of(proved).getAuthentication()).isEqualTo("authenticated");
    assertThat(RepeatedFacts.of(proved).toString()).doesNotContain("AAV");
  }

  @Test
  void aDeclineNamesItsCodes() {
    PaymentDeclined declined =
        (PaymentDeclined) published(automatic(100).sent().declined("51")).getFirst();

    assertThat(declined.getDeclineCode()).isEqualTo("insufficient_funds");
    assertThat(declined.getNetworkCode()).isEqualTo("51");
    assertThat(declined.getPayment().getAuthorizationCode()).isNull();
  }

  @Test
  void aRefundNamesWhatItTakesOfEachCapture() {
    PaymentScenario sale =
        manual(100)
            .sent()
            .approved()
            .captured(50, false)
            .captured(50, false)
            .refundAsked(70)
            .refunded(1);

    PaymentRefunded refunded = (PaymentRefunded) published(sale).getLast();
    assertThat(refunded.getAmount().getMinorUnits()).isEqualTo(70);
    assertThat(refunded.getRefundId()).isEqualTo("ref_1");
    assertThat(refunded.getRefundRrn()).isEqualTo("RRN-ref_1");
    assertThat(refunded.getCaptures())
        .extracting(
            CapturePortion::getCaptureSeq,
            CapturePortion::getRefundedBefore,
            CapturePortion::getRefundedAfter,
            portion -> portion.getCaptured().getMinorUnits())
        .containsExactly(tuple(2L, 0L, 50L, 50L), tuple(3L, 0L, 20L, 50L));
  }

  @Test
  void aVoidTakesEveryCaptureWhole() {
    PaymentVoided voided =
        (PaymentVoided) published(automatic(100).sent().approved().voided()).getLast();

    assertThat(voided.getAmount().getMinorUnits()).isEqualTo(100);
    assertThat(voided.getCaptures())
        .extracting(CapturePortion::getRefundedBefore, CapturePortion::getRefundedAfter)
        .containsExactly(tuple(0L, 100L));
  }

  @Test
  void aVoidBeforeCaptureTakesNothing() {
    PaymentVoided voided =
        (PaymentVoided) published(manual(100).sent().approved().voided()).getLast();

    assertThat(voided.getAmount().getMinorUnits()).isZero();
    assertThat(voided.getCaptures()).isEmpty();
  }

  @Test
  void theFactThatEndsAHoldSaysWhatItReleases() {
    List<SpecificRecord> parts =
        published(manual(100).sent().approved().captured(40, false).captured(50, true));
    PaymentCaptured first = (PaymentCaptured) parts.get(1);
    PaymentCaptured last = (PaymentCaptured) parts.get(2);
    assertThat(first.getReleased()).isZero();
    assertThat(last.getReleased()).isEqualTo(10);

    PaymentScenario held = manual(100).sent().approved().captured(40, false).voided();
    assertThat(((PaymentVoided) published(held).getLast()).getReleased()).isEqualTo(60);
    PaymentScenario claimed = automatic(100).sent().approved().voided();
    assertThat(((PaymentVoided) published(claimed).getLast()).getReleased()).isZero();
  }

  @Test
  void incrementsAreToldWithTheEndOfTheirHold() {
    List<SpecificRecord> records =
        published(
            manual(100)
                .sent()
                .approved()
                .incrementAsked(50)
                .incremented(1)
                .incrementAsked(30)
                .incremented(2)
                .captured(120, false)
                .captured(10, true));
    PaymentCaptured first = (PaymentCaptured) records.get(1);
    PaymentCaptured last = (PaymentCaptured) records.get(2);

    assertThat(first.getIncremented()).isZero();
    assertThat(last.getIncremented()).isEqualTo(80);
    assertThat(last.getReleased()).isEqualTo(50);
  }

  @Test
  void onlyFactsArePublished() {
    List<SpecificRecord> records = published(automatic(100).sent().unanswered().acknowledged());

    assertThat(records).hasSize(1).first().isInstanceOf(PaymentReversed.class);
  }

  private static List<SpecificRecord> published(PaymentScenario sale) {
    return sale.events().stream()
        .filter(Fact.class::isInstance)
        .map((PaymentEvent event) -> AvroFacts.record(sale.payment(), (Fact) event))
        .toList();
  }
}
