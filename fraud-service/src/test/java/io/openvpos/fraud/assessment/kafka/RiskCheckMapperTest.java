package io.openvpos.fraud.assessment.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.openvpos.fraud.assessment.RiskCheck;
import io.openvpos.fraud.rules.judging.AuthenticationStanding;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.fraud.rules.mongo.FactsDocument;
import io.openvpos.money.Money;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.RiskCheckRequested;
import io.openvpos.schemas.authorization.VelocityLimits;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskCheckMapperTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    ",impossible",
    "UNKNOWN,impossible",
    "IMPOSSIBLE,impossible",
    "POSSIBLE,possible",
    "AUTHENTICATED,authenticated",
    "ATTEMPTED,attempted",
    "UNAVAILABLE,unavailable"
  })
  void whoDoesNotSayCannotChallenge(
      io.openvpos.schemas.authorization.@Nullable AuthenticationStanding told, String understood) {
    assertThat(read(told, null).facts().authentication().code()).isEqualTo(understood);
  }

  @Test
  void aDeviceIsKeptAsItIsAndHasAHistoryOfItsMode() {
    RiskCheck check = read(null, "Dev-7");
    assertThat(check.facts().device()).isEqualTo("Dev-7");
    assertThat(check.attempt().device()).isEqualTo("test:Dev-7");
    assertThat(read(null, null).attempt().device()).isNull();
    assertThat(read(null, null).facts().device()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2001:DB8::1,2001:db8:0:0:0:0:0:1",
    "2001:0db8:0000::0001,2001:db8:0:0:0:0:0:1",
    " 2001:db8:0:0:0:0:0:1 ,2001:db8:0:0:0:0:0:1",
    "::FFFF:192.0.2.7,192.0.2.7",
    "::ffff:c000:207,192.0.2.7",
    "192.0.2.7,192.0.2.7",
    "192.0.2.07,192.0.2.07",
    "fe80::1%eth0,fe80::1%eth0",
    "2001:db8::/32,2001:db8::/32",
    "none,none"
  })
  void allSpellingsOfAnAddressAreOne(String sent, String known) {
    RiskCheck check = RiskCheckMapper.read(wire(Money.of(100, "TRY")).setIp(sent).build(), AT);
    assertThat(check.facts().ip()).isEqualTo(known);
    assertThat(check.attempt().ip()).isEqualTo("test:" + known);
  }

  /// What is no answerable question goes to the dead letters: any other failure would stop the
  /// partition.
  @Test
  void anAmountBeyondAllMoneyIsNoQuestion() {
    Money huge = Money.of(Long.MAX_VALUE / 2, "EUR");
    assertThatIllegalArgumentException().isThrownBy(() -> read(null, null, huge));
    assertThat(read(null, null, Money.of(200, "EUR")).attempt().amountMinorUnits())
        .isEqualTo(9_000);
  }

  @Test
  void factsKeptBeforeSayThatNobodyCouldBeAsked() {
    PaymentFacts facts =
        read(io.openvpos.schemas.authorization.AuthenticationStanding.POSSIBLE, "dev-7").facts();
    Document kept = FactsDocument.write(facts);
    assertThat(FactsDocument.read(kept)).isEqualTo(facts);

    kept.remove("device");
    kept.remove("authentication");

    PaymentFacts old = FactsDocument.read(kept);
    assertThat(old.device()).isEmpty();
    assertThat(old.authentication()).isEqualTo(AuthenticationStanding.IMPOSSIBLE);
  }

  private static RiskCheck read(
      io.openvpos.schemas.authorization.@Nullable AuthenticationStanding told,
      @Nullable String device) {
    return read(told, device, Money.of(100, "TRY"));
  }

  private static RiskCheck read(
      io.openvpos.schemas.authorization.@Nullable AuthenticationStanding told,
      @Nullable String device,
      Money amount) {
    return RiskCheckMapper.read(
        wire(amount).setDeviceId(device).setAuthentication(told).build(), AT);
  }

  private static RiskCheckRequested.Builder wire(Money amount) {
    return RiskCheckRequested.newBuilder()
        .setEnvelope(
            Envelope.newBuilder().setEventId("e").setOccurredAt(AT).setAggregateVersion(1).build())
        .setCorrelationId("c")
        .setPaymentId("pay_1")
        .setRequestHash("h")
        .setMerchantId("m_1")
        .setMode(Mode.TEST)
        .setCardFingerprint("fp")
        .setCard(new Card("visa", "41556501", "6111", "credit", "TR", "own_bank"))
        .setAmount(WireMoney.of(amount))
        .setInstallments(1)
        .setVelocityLimits(new VelocityLimits(1, 1, 1))
        .setReplyPartition(0)
        .setAnswerBy(AT);
  }
}
