package io.openvpos.authorization.payment.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.Authentication;
import io.openvpos.authorization.payment.domain.Authentication.Pending;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentState.Approved;
import io.openvpos.authorization.payment.domain.PaymentState.AwaitingAuthentication;
import io.openvpos.authorization.payment.domain.PaymentState.Declined;
import io.openvpos.authorization.payment.domain.PaymentTerms;
import io.openvpos.authorization.payment.domain.Risk;
import io.openvpos.money.Mode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A payment as the merchant reads it. Amounts are minor units; carries no metadata.
///
/// @param sessionId of the checkout session that it was made in; null of one by the API
record PaymentView(
    String id,
    String object,
    String status,
    long amount,
    String currency,
    @Nullable String orderId,
    String captureMethod,
    int installments,
    long amountAuthorized,
    long amountCapturable,
    long amountCaptured,
    long amountRefunded,
    Card card,
    @Nullable Authorization authorization,
    @Nullable Refusal decline,
    Assessment risk,
    @Nullable NextAction nextAction,
    @JsonProperty("three_d_secure") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable ThreeDSecureView threeDSecure,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CredentialView credentialOnFile,
    boolean test,
    String createdAt,
    @Nullable String sessionId) {

  record Card(
      String brand, String bin, String last4, String funding, String issuerCountry, String token) {}

  record Authorization(@Nullable String code, String rrn, @Nullable String responseCode) {}

  record Refusal(String code, @Nullable String networkCode, String message) {

    static Refusal of(Decline decline, Function<String, String> text) {
      return new Refusal(decline.code(), decline.networkCode(), text.apply(decline.code()));
    }
  }

  record Assessment(String decision, int score, List<String> reasons, boolean timedOut) {}

  /// Where the shop sends the shopper's browser.
  record NextAction(String type, String url, String expiresAt) {}

  private static @Nullable NextAction nextAction(Payment payment) {
    Authentication asked = payment.authentication();
    if (asked == null || !(payment.state() instanceof AwaitingAuthentication)) {
      return null;
    }
    Pending pending = asked.pending();
    return pending == null
        ? null
        : new NextAction("redirect", pending.url(), pending.expiresAt().toString());
  }

  /// @param declineText the text of a decline code in the caller's language
  static PaymentView of(Payment payment, Function<String, String> declineText) {
    PaymentTerms terms = payment.terms();
    return new PaymentView(
        terms.paymentId(),
        "payment",
        payment.status().code(),
        terms.amount().minorUnits(),
        terms.amount().currency().getCurrencyCode(),
        terms.orderId(),
        terms.captureMethod().name().toLowerCase(Locale.ROOT),
        terms.installments(),
        payment.amountAuthorized().minorUnits(),
        payment.amountCapturable().minorUnits(),
        payment.amountCaptured().minorUnits(),
        payment.amountRefunded().minorUnits(),
        card(terms),
        authorization(payment),
        decline(payment, declineText),
        assessment(terms.risk()),
        nextAction(payment),
        ThreeDSecureView.of(payment.authentication()),
        CredentialView.of(payment),
        terms.mode() == Mode.TEST,
        terms.createdAt().toString(),
        terms.metadata().get("session_id"));
  }

  private static Card card(PaymentTerms terms) {
    return new Card(
        terms.card().brand(),
        terms.card().bin(),
        terms.card().last4(),
        terms.card().funding(),
        terms.card().issuerCountry(),
        terms.card().token());
  }

  private static @Nullable Authorization authorization(Payment payment) {
    Attempt attempt = payment.attempt();
    if (attempt == null) {
      return null;
    }
    return switch (payment.state()) {
      case Approved approved ->
          new Authorization(
              approved.approval().code(), attempt.rrn(), approved.approval().responseCode());
      case Declined declined ->
          new Authorization(null, attempt.rrn(), declined.decline().networkCode());
      default -> new Authorization(null, attempt.rrn(), null);
    };
  }

  private static @Nullable Refusal decline(Payment payment, Function<String, String> declineText) {
    return payment.state() instanceof Declined declined
        ? Refusal.of(declined.decline(), declineText)
        : null;
  }

  private static Assessment assessment(Risk risk) {
    return new Assessment(risk.decision(), risk.score(), risk.reasons(), risk.timedOut());
  }
}
