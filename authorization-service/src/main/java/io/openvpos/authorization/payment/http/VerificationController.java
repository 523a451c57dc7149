package io.openvpos.authorization.payment.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.openvpos.authorization.payment.FrozenAnswer;
import io.openvpos.authorization.payment.VerificationOrder;
import io.openvpos.authorization.payment.VerifyCard;
import io.openvpos.authorization.payment.VerifyCard.Outcome;
import io.openvpos.authorization.vault.StoredCard;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.IdempotencyKey;
import io.openvpos.messaging.http.Languages;
import io.openvpos.money.Mode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Asks the issuer whether a card is good, for a shop that keeps cards without selling at once.
@RestController
final class VerificationController {

  private static final String VERIFICATIONS = "/v1/card-verifications";

  private final VerifyCard verify;
  private final PaymentRequests requests;
  private final JsonAnswers answers;

  VerificationController(VerifyCard verify, PaymentRequests requests, JsonAnswers answers) {
    this.verify = verify;
    this.requests = requests;
    this.answers = answers;
  }

  /// A verification as the shop reads it.
  ///
  /// @param card of a token that was asked about or made
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record VerificationView(
      String id,
      String object,
      String status,
      PaymentView.@Nullable Card card,
      PaymentView.@Nullable Refusal decline,
      boolean test) {

    static VerificationView of(
        VerificationOrder order, Outcome outcome, Function<String, String> declineText) {
      StoredCard card = outcome.card();
      return new VerificationView(
          order.id(),
          "card_verification",
          outcome.decline() == null ? "verified" : "declined",
          card == null
              ? null
              : new PaymentView.Card(
                  card.brand(),
                  card.bin(),
                  card.last4(),
                  card.funding(),
                  card.issuerCountry(),
                  card.token()),
          outcome.decline() == null ? null : PaymentView.Refusal.of(outcome.decline(), declineText),
          order.mode() == Mode.TEST);
    }
  }

  @PostMapping(VERIFICATIONS)
  ResponseEntity<byte[]> create(Caller caller, ServerWebExchange exchange) {
    Caller.MerchantKey merchant = Access.requireSecretKey(caller);
    RequestBody body = RequestBody.of(exchange);
    String key = IdempotencyKey.of(exchange.getRequest());
    VerificationOrder order =
        requests.verification(merchant, VERIFICATIONS, key, body.object(false));
    Function<String, String> text = answers.declineText(Languages.of(exchange.getRequest()));
    return Responses.of(
        verify.handle(
            order,
            outcome ->
                new FrozenAnswer(201, answers.json(VerificationView.of(order, outcome, text)))));
  }
}
