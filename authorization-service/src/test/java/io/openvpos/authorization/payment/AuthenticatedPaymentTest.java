package io.openvpos.authorization.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.payment.AuthorizationOrder.Source;
import io.openvpos.authorization.payment.domain.PaymentState.AwaitingAuthentication;
import io.openvpos.authorization.payment.domain.PaymentState.Declined;
import io.openvpos.authorization.payment.domain.PaymentStatus;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.ThreeDSecureTerms;
import io.openvpos.authorization.risk.AuthenticationStanding;
import io.openvpos.authorization.risk.RiskDecision;
import io.openvpos.authorization.risk.RiskQuery;
import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.domain.TransStatus;
import io.openvpos.authorization.threeds.message.BrowserFacts;
import io.openvpos.authorization.threeds.message.ProtocolException;
import io.openvpos.authorization.threeds.message.ResultsRequest;
import io.openvpos.authorization.vault.Cards;
import io.openvpos.money.Money;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A payment that waits for its cardholder.
class AuthenticatedPaymentTest {

  private final PaymentFixture at = new PaymentFixture();

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void aPaymentWaitsAndGoesOnWithTheProof() {
    assertThat(paid(wish(false)).answer().body()).isEqualTo("requires_action");
    assertThat(at.issuer.requests()).isEmpty();

    browsed();

    assertThat(status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(at.issuer.requests()).hasSize(1);
    assertThat(Objects.requireNonNull(at.issuer.requests().getFirst().cardholder()).proof())
        .isEqualTo(ScriptedDirectory.PROOF);
    assertThat(at.authentications.isSettled(at.authentications.only().id())).isTrue();
    assertThat(paid(wish(false)).answer().body()).isEqualTo("requires_action");
  }

  @Test
  void anEndToldAgainSendsNothingMore() {
    paid(wish(false));
    browsed();

    at.continuation.ended(at.authentications.only());
    at.continuation.ended(at.authentications.only());

    assertThat(at.issuer.requests()).hasSize(1);
  }

  @Test
  void anEndToldAgainWhileThePaymentIsSentLeavesItsCode() {
    Source card = new Source.Submitted(Cards.card(Cards.VISA));
    var _ = at.authorize.handle(order(wish(false), card), new PaymentFixture.PlainAnswers());
    at.codes.beforeTaking = () -> at.authenticate.sweep();

    browsed();

    assertThat(at.issuer.requests().getFirst().submitted()).isNotNull();
    assertThat(at.codes.held).isEmpty();
    assertThat(at.authentications.isSettled(at.authentications.only().id())).isTrue();
  }

  @Test
  void aVaultThatIsAwayLeavesThePaymentWaiting() {
    paid(wish(false));
    at.issuer.vaultAway();
    browsed();
    assertThat(at.payments.only().payment().state()).isInstanceOf(AwaitingAuthentication.class);

    at.issuer.up();
    at.authenticate.sweep();

    assertThat(status()).isEqualTo(PaymentStatus.CAPTURED);
  }

  @Test
  void aCrashBetweenTheEndAndThePaymentIsFinishedByTheSweep() {
    at.issuer.full();
    paid(wish(false));
    browsed();
    assertThat(at.payments.only().payment().state()).isInstanceOf(AwaitingAuthentication.class);

    at.issuer.up();
    at.authenticate.sweep();

    assertThat(status()).isEqualTo(PaymentStatus.CAPTURED);
  }

  @Test
  void whoIsNotAuthenticatedIsDeclinedUnsent() {
    at.directory.says = TransStatus.N;
    paid(wish(false));

    browsed();

    assertThat(status()).isEqualTo(PaymentStatus.DECLINED);
    assertThat(at.issuer.requests()).isEmpty();
  }

  @Test
  void aShopThatWasSuspendedMeanwhileIsNotPaid() {
    paid(wish(false));
    at.standing = MerchantTerms.Status.SUSPENDED;

    browsed();

    assertThat(status()).isEqualTo(PaymentStatus.DECLINED);
    assertThat(((Declined) at.payments.only().payment().state()).decline().code())
        .isEqualTo("merchant_not_active");
    assertThat(at.issuer.requests()).isEmpty();
  }

  @Test
  void anInstanceThatHasNotReadTheProfileYetLeavesThePaymentToTheSweep() {
    paid(wish(false));
    at.unread = true;

    browsed();

    assertThat(status()).isEqualTo(PaymentStatus.REQUIRES_ACTION);
    at.unread = false;
    at.authenticate.sweep();
    assertThat(status()).isEqualTo(PaymentStatus.CAPTURED);
  }

  @Test
  void aCardholderWhoLeavesIsDeclinedByTheClockAndALateResultChangesNothing()
      throws ProtocolException {
    at.directory.says = TransStatus.C;
    paid(wish(false));
    browsed();
    at.clock.move(Duration.ofMinutes(10));

    at.authenticate.sweep();
    Throwable late =
        org.assertj.core.api.Assertions.catchThrowable(() -> at.authenticate.resulted(result()));

    assertThat(late).isInstanceOf(ProtocolException.class).hasMessageContaining("402");
    assertThat(status()).isEqualTo(PaymentStatus.DECLINED);
    assertThat(at.issuer.requests()).isEmpty();
  }

  @Test
  void theSameResultTwiceIsTakenOnce() throws ProtocolException {
    at.directory.says = TransStatus.C;
    paid(wish(true));
    browsed();

    at.authenticate.resulted(result());
    at.authenticate.resulted(result());

    assertThat(status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(at.issuer.requests()).hasSize(1);
  }

  @Test
  void whateverBecomesOfItNoPaymentWaitsForEver() {
    paid(wish(false));
    at.clock.move(Duration.ofMinutes(13));

    at.recovery.check(at.payments.only().id());

    assertThat(status()).isEqualTo(PaymentStatus.DECLINED);
  }

  @Test
  void aSoftDeclineAsksTheCardholderAfterAll() {
    at.issuer.answers(request ->
        request.cardholder() != null && request.cardholder().exemption() != null
            ? new IssuerAnswer.Declined("65")
            : new IssuerAnswer.Approved("00", "A1B2C3"));

    assertThat(paid(new AuthenticationWish("http://shop.test", false, "low_value")).answer().body())
        .isEqualTo("requires_action");
    browsed();

    assertThat(status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(at.issuer.requests()).hasSize(2);
    assertThat(at.issuer.requests().get(0).rrn()).isNotEqualTo(at.issuer.requests().get(1).rrn());
  }

  @Test
  void aMerchantWhoRequiresItNeedsAPlaceToReturnTo() {
    at.terms = ThreeDSecureTerms.of(ThreeDSecureTerms.Policy.REQUIRED);

    assertThat(at.pay("k")).isEqualTo(new Reply.Invalid("/three_d_secure/return_url", "required"));
    assertThat(at.authentications.size()).isZero();
  }

  @Test
  void aMerchantWhoRequiresItClaimsNoExemption() {
    at.terms = new ThreeDSecureTerms(ThreeDSecureTerms.Policy.ABOVE, Map.of("TRY", 0L));
    at.authorize.handle(
        order(new AuthenticationWish("http://shop.test", false, "low_value")),
        new PaymentFixture.PlainAnswers());

    assertThat(at.payments.only().payment().status()).isEqualTo(PaymentStatus.REQUIRES_ACTION);
  }

  @Test
  void aMerchantWithoutItIsToldSo() {
    at.terms = ThreeDSecureTerms.of(ThreeDSecureTerms.Policy.OFF);

    assertThat(at.authorize.handle(order(wish(false)), new PaymentFixture.PlainAnswers()))
        .isEqualTo(new Reply.Invalid("/three_d_secure", "three_d_secure_not_enabled"));
  }

  @Test
  void aCardThatTakesNoPartGoesOnUnlessSomebodyInsists() {
    at.directory.takesPart = false;

    assertThat(paid(wish(false)).answer().body()).isEqualTo("captured");
    try (PaymentFixture other = new PaymentFixture()) {
      other.directory.takesPart = false;
      other.authorize.handle(order(wish(true)), new PaymentFixture.PlainAnswers());
      assertThat(other.payments.only().payment().status()).isEqualTo(PaymentStatus.DECLINED);
    }
  }

  @Test
  void aChallengeOfRiskMakesTheAuthenticationMandatory() {
    at.risk = RiskDecision.CHALLENGE;

    assertThat(paid(wish(false)).answer().body()).isEqualTo("requires_action");

    assertThat(at.riskQueries.getFirst().standing()).isEqualTo(AuthenticationStanding.POSSIBLE);
    assertThat(at.authentications.only().wish().mandatory()).isTrue();
    assertThat(at.payments.only().payment().terms().risk().decision()).isEqualTo("challenge");
  }

  @Test
  void riskIsAskedOnceMoreWithWhatCameOfTheAuthentication() {
    at.risk = RiskDecision.CHALLENGE;
    paid(wish(false));

    browsed();

    assertThat(status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(at.riskQueries)
        .extracting(RiskQuery::standing)
        .containsExactly(AuthenticationStanding.POSSIBLE, AuthenticationStanding.AUTHENTICATED);
    RiskQuery first = at.riskQueries.getFirst();
    assertThat(at.riskQueries.getLast())
        .usingRecursiveComparison()
        .ignoringFields("standing")
        .isEqualTo(first);
    assertThat(first.deviceId()).isEqualTo("dev-7");
  }

  @Test
  void riskMayDeclineAfterTheAuthentication() {
    paid(wish(false));
    at.risk = RiskDecision.DECLINE;

    browsed();

    assertThat(((Declined) at.payments.only().payment().state()).decline().code())
        .isEqualTo("fraud_suspected");
    assertThat(at.issuer.requests()).isEmpty();
    assertThat(at.authentications.isSettled(at.authentications.only().id())).isTrue();
  }

  @Test
  void silenceOfRiskAfterTheAuthenticationDeclinesNothing() {
    paid(wish(false));
    at.riskIsSilent = true;

    browsed();

    assertThat(at.riskQueries.getLast().policy().onSilence(Money.of(12_990, "TRY")).decision())
        .isEqualTo(RiskDecision.DECLINE);
    assertThat(status()).isEqualTo(PaymentStatus.CAPTURED);
  }

  @Test
  void anEndThatIsToldAgainIsAskedAboutAlike() {
    at.issuer.full();
    paid(wish(false));
    browsed();

    at.issuer.up();
    at.authenticate.sweep();

    assertThat(status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(at.riskQueries).hasSize(3);
    assertThat(at.riskQueries.get(2)).isEqualTo(at.riskQueries.get(1));
  }

  @Test
  void whoIsNotAuthenticatedIsNotAskedAbout() {
    at.directory.says = TransStatus.N;
    paid(wish(false));

    browsed();

    assertThat(at.riskQueries).hasSize(1);
  }

  @Test
  void aChallengeOfRiskOverrulesAnExemption() {
    at.risk = RiskDecision.CHALLENGE;

    assertThat(paid(new AuthenticationWish("http://shop.test", false, "low_value")).answer().body())
        .isEqualTo("requires_action");
    assertThat(at.issuer.requests()).isEmpty();
  }

  @Test
  void riskIsToldWhereNobodyCanBeAskedAndReviews() {
    at.risk = RiskDecision.CHALLENGE;

    at.pay("k");
    try (PaymentFixture other = new PaymentFixture()) {
      other.risk = RiskDecision.CHALLENGE;
      other.directory.takesPart = false;
      other.authorize.handle(order(wish(false)), new PaymentFixture.PlainAnswers());
      assertThat(other.payments.only().payment().status()).isEqualTo(PaymentStatus.CAPTURED);
      assertThat(other.riskQueries.getFirst().standing())
          .isEqualTo(AuthenticationStanding.IMPOSSIBLE);
    }

    assertThat(status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(at.riskQueries.getFirst().standing()).isEqualTo(AuthenticationStanding.IMPOSSIBLE);
    assertThat(at.payments.only().payment().terms().risk().decision()).isEqualTo("review");
  }

  private Reply.Answered paid(AuthenticationWish wish) {
    return (Reply.Answered) at.authorize.handle(order(wish), new PaymentFixture.PlainAnswers());
  }

  private void browsed() {
    Authentication waiting = at.authentications.only();
    var _ =
        at.authenticate.browsed(
            waiting.id(), BrowserFacts.of(_ -> "", "*/*", null, "test", "tr", false));
  }

  private ResultsRequest result() {
    return new ResultsRequest(
        "2.2.0",
        at.authentications.only().id(),
        ScriptedDirectory.DS,
        ScriptedDirectory.ACS,
        ScriptedDirectory.verdict(TransStatus.Y));
  }

  private PaymentStatus status() {
    return at.payments.only().payment().status();
  }

  private static AuthenticationWish wish(boolean required) {
    return new AuthenticationWish("http://shop.test/back", required, null);
  }

  private static AuthorizationOrder order(AuthenticationWish wish) {
    return order(wish, new Source.Token("tok_1"));
  }

  private static AuthorizationOrder order(AuthenticationWish wish, Source source) {
    AuthorizationOrder plain = PaymentFixture.order("k", 12990, CaptureMethod.AUTOMATIC);
    return new AuthorizationOrder(
        plain.paymentId(),
        plain.requestHash(),
        plain.merchantId(),
        plain.mode(),
        plain.amount(),
        plain.orderId(),
        plain.captureMethod(),
        plain.installments(),
        source,
        "198.51.100.7",
        "shopper@example.com",
        "dev-7",
        null,
        Map.of(),
        wish,
        null);
  }
}
