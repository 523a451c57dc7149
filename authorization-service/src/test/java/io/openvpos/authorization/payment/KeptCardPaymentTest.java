package io.openvpos.authorization.payment;

import static io.openvpos.authorization.payment.PaymentFixture.ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.KeptCard;
import io.openvpos.authorization.payment.AuthorizationOrder.Source;
import io.openvpos.authorization.payment.domain.CredentialOnFile;
import io.openvpos.authorization.payment.domain.CredentialOnFile.Initiator;
import io.openvpos.authorization.payment.domain.CredentialOnFile.Reason;
import io.openvpos.authorization.payment.domain.PaymentStatus;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.profile.ThreeDSecureTerms;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tokens for one payment, and what the issuer is told of kept cards.
class KeptCardPaymentTest {

  private static final CredentialOnFile KEEPS =
      new CredentialOnFile(Initiator.CUSTOMER, Reason.RECURRING, true, null);
  private static final CredentialOnFile FOLLOWING =
      new CredentialOnFile(Initiator.MERCHANT, Reason.RECURRING, false, "12345678901234");
  private static final CredentialOnFile LATER =
      new CredentialOnFile(Initiator.MERCHANT, Reason.RECURRING, false, null);

  private final PaymentFixture at = new PaymentFixture();

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void aTokenForOnePaymentPaysOnceAndItsPaymentIsRepeatedAsEver() {
    assertThat(pay("k1", ONCE, null)).isInstanceOf(Reply.Answered.class);

    assertThat(pay("k2", ONCE, null)).isEqualTo(new Reply.Invalid("/token", "token_used"));
    assertThat(pay("k1", ONCE, null))
        .isInstanceOfSatisfying(
            Reply.Answered.class, again -> assertThat(again.replayed()).isTrue());
    assertThat(at.issuer.requests()).hasSize(1);
  }

  @Test
  void aDeclineDoesNotFreeIt() {
    at.issuerSays("51");
    pay("k1", ONCE, null);
    at.issuerSays("00");

    assertThat(pay("k2", ONCE, null)).isEqualTo(new Reply.Invalid("/token", "token_used"));
    assertThat(at.issuer.requests()).hasSize(1);
  }

  @Test
  void aTokenForOnePaymentIsNoKeptCard() {
    assertThat(pay("k1", ONCE, KEEPS)).isEqualTo(new Reply.Invalid("/token", "single_use_token"));
    assertThat(pay("k2", ONCE, LATER)).isEqualTo(new Reply.Invalid("/token", "single_use_token"));
    assertThat(at.issuer.requests()).isEmpty();
  }

  @Test
  void laterPaymentsNameTheFirstOne() {
    at.issuer.answers(new IssuerAnswer.Approved("00", "A1B2C3", "12345678901234"));

    pay("k1", "tok_1", KEEPS);
    pay("k2", "tok_1", LATER);
    pay(
        "k3",
        "tok_1",
        new CredentialOnFile(Initiator.CUSTOMER, Reason.UNSCHEDULED, false, "OTHER"));

    assertThat(at.issuer.requests())
        .extracting(request -> request.kept())
        .containsExactly(
            new KeptCard(false, 'R', true, null),
            new KeptCard(true, 'R', false, "12345678901234"),
            new KeptCard(false, 'U', false, "OTHER"));
  }

  @Test
  void aNameThatCannotBeKeptTakesNoApprovalAway() {
    at.issuer.answers(new IssuerAnswer.Approved("00", "A1B2C3", "12345678901234"));
    at.rowIsBusy = true;

    assertThat(pay("k1", "tok_1", KEEPS)).isInstanceOf(Reply.Answered.class);

    assertThat(at.payments.only().payment().status()).isEqualTo(PaymentStatus.CAPTURED);
  }

  @Test
  void aMerchantWhoMustAuthenticateChargesAKeptCardWithoutItsCustomer() {
    at.terms = ThreeDSecureTerms.of(ThreeDSecureTerms.Policy.REQUIRED);

    assertThat(pay("k1", "tok_1", FOLLOWING)).isInstanceOf(Reply.Answered.class);
    assertThat(at.payments.only().payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(at.issuer.requests())
        .singleElement()
        .satisfies(request ->
            assertThat(Objects.requireNonNull(request.cardholder()).exemption())
                .isEqualTo("merchant_initiated"));
  }

  @Test
  void aCardThatIsKeptWithNoPaymentIsNotChargedByWhoMustAuthenticate() {
    at.terms = ThreeDSecureTerms.of(ThreeDSecureTerms.Policy.REQUIRED);

    assertThat(pay("k1", "tok_1", LATER))
        .isEqualTo(new Reply.Invalid("/credential_on_file/network_transaction_id", "required"));
    assertThat(at.issuer.requests()).isEmpty();
  }

  @Test
  void whatTheTableOfExemptionsDoesNotAllowIsRefusedThere() {
    at.terms = ThreeDSecureTerms.of(ThreeDSecureTerms.Policy.REQUIRED);
    int tooMuch = 100_001;

    assertThat(pay("k1", "tok_1", FOLLOWING, tooMuch)).isInstanceOf(Reply.Invalid.class);
    assertThat(at.issuer.requests()).isEmpty();
  }

  private Reply pay(String key, String token, @Nullable CredentialOnFile credential) {
    return pay(key, token, credential, 12_990);
  }

  private Reply pay(String key, String token, @Nullable CredentialOnFile credential, long amount) {
    AuthorizationOrder plain = PaymentFixture.order(key, amount, CaptureMethod.AUTOMATIC);
    return at.authorize.handle(
        new AuthorizationOrder(
            plain.paymentId(),
            plain.requestHash(),
            plain.merchantId(),
            plain.mode(),
            plain.amount(),
            plain.orderId(),
            plain.captureMethod(),
            plain.installments(),
            new Source.Token(token),
            plain.ip(),
            plain.email(),
            plain.deviceId(),
            plain.description(),
            plain.metadata(),
            plain.authentication(),
            credential),
        PaymentFixture.answers());
  }
}
