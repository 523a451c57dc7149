package io.openvpos.merchant.golive.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Money;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentDeclined;
import io.openvpos.schemas.authorization.PaymentFacts;
import io.openvpos.schemas.authorization.WebhookAccepted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a fact shows, and what it does not.
class TestTrafficTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  @Test
  void anApprovalAfterAnAuthenticationShowsTwoThings() {
    assertThat(items(authorized(Mode.TEST, "authenticated")))
        .containsExactly("mer_1 payment_approved", "mer_1 three_d_secure");
    assertThat(items(authorized(Mode.TEST, null))).containsExactly("mer_1 payment_approved");
    assertThat(items(authorized(Mode.TEST, "attempted"))).containsExactly("mer_1 payment_approved");
    assertThat(items(authorized(Mode.LIVE, "authenticated"))).isEmpty();
  }

  @Test
  void aDeclineAfterAnAuthenticationIsADecline() {
    PaymentDeclined declined =
        new PaymentDeclined(
            envelope(),
            payment(Mode.TEST, "authenticated"),
            DAY,
            new Money(100L, "TRY"),
            "insufficient_funds",
            "51");

    assertThat(items(declined)).containsExactly("mer_1 payment_declined");
  }

  @Test
  void onlyTestModesWebhooksCount() {
    assertThat(items(new WebhookAccepted(envelope(), "mer_1", Mode.TEST)))
        .containsExactly("mer_1 webhook_answered");
    assertThat(items(new WebhookAccepted(envelope(), "mer_1", Mode.LIVE))).isEmpty();
  }

  private static List<String> items(SpecificRecord fact) {
    return TestTraffic.earned(fact).stream()
        .map(earned -> earned.merchantId() + " " + earned.tick().item().code())
        .toList();
  }

  private static PaymentAuthorized authorized(Mode mode, @Nullable String authentication) {
    return new PaymentAuthorized(
        envelope(), payment(mode, authentication), DAY, new Money(100L, "TRY"), "manual");
  }

  private static PaymentFacts payment(Mode mode, @Nullable String authentication) {
    return PaymentFacts.newBuilder()
        .setPaymentId("pay_1")
        .setMerchantId("mer_1")
        .setMode(mode)
        .setOrderId("A-1")
        .setCard(new Card("visa", "41556501", "6111", "credit", "TR", "domestic_credit"))
        .setInstallments(1)
        .setAuthentication(authentication)
        .build();
  }

  private static Envelope envelope() {
    return Envelope.newBuilder()
        .setEventId("pay_1:1")
        .setOccurredAt(Instant.EPOCH)
        .setAggregateVersion(1)
        .build();
  }
}
