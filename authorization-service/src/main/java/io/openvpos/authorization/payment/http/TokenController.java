package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.vault.StoredCard;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.authorization.vault.SubmittedCards;
import io.openvpos.authorization.vault.TokenRemoval;
import io.openvpos.authorization.vault.TokenUsage;
import io.openvpos.authorization.vault.Vault;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Turns a card into a token, for a shop's page or app with its publishable key: the shop's server
/// pays with the token and never sees the card. The server removes tokens, too.
///
/// See docs/decisions/0078-what-a-publishable-key-can-do.md.
@RestController
final class TokenController {

  static final String TOKENS = "/v1/tokens";

  private static final String SINGLE_USE = TokenUsage.SINGLE_USE.code();
  private static final Set<String> USAGES = Set.of(SINGLE_USE, TokenUsage.MULTI_USE.code());

  private final Vault vault;
  private final TokenRemoval removal;
  private final Merchants merchants;

  TokenController(Vault vault, TokenRemoval removal, Merchants merchants) {
    this.vault = vault;
    this.removal = removal;
    this.merchants = merchants;
  }

  /// @param token for `POST /v1/payments` with the secret key
  record TokenAnswer(String token, String object, String usage, CardAnswer card, boolean test) {}

  /// What may be shown of the card.
  record CardAnswer(String brand, String bin, String last4, String funding, String issuerCountry) {}

  /// What a body asks for.
  record Asked(SubmittedCard card, boolean once) {

    static Asked of(RequestBody body) {
      Fields fields = Fields.of(body.object(false)).allowing(Set.of("card", "usage"));
      fields.require("card");
      Optional<SubmittedCard> card =
          fields.has("card") ? SubmittedCards.read(fields.node("card"), fields) : Optional.empty();
      boolean once = SINGLE_USE.equals(fields.word("usage", USAGES, "invalid_value"));
      fields.check();
      return new Asked(card.orElseThrow(), once);
    }
  }

  @Operation(
      description =
          "Keeps a card and answers its token: for many payments, the same for the same number; or,"
              + " where usage is single_use, a new one that one payment may take. The security code"
              + " is looked at and forgotten. Whether the card is good is not asked.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(ref = "#/components/schemas/CreateToken"))))
  @PostMapping(TOKENS)
  ResponseEntity<TokenAnswer> create(Caller caller, ServerWebExchange exchange) {
    if (!(caller instanceof Caller.MerchantKey key)) {
      throw ProblemException.of(403, "forbidden");
    }
    Asked asked = Asked.of(RequestBody.of(exchange));
    MerchantTerms merchant =
        merchants
            .find(key.merchantId())
            .filter(MerchantTerms::isActive)
            .filter(terms -> terms.modes().contains(key.mode()))
            .orElseThrow(() -> ProblemException.of(403, "merchant_not_active"));
    if (merchant.checkout().hostedPageOnly()) {
      throw ProblemException.of(403, "hosted_page_only");
    }
    StoredCard kept =
        asked.once()
            ? vault.storeOnce(key.merchantId(), key.mode(), asked.card())
            : vault.store(key.merchantId(), key.mode(), asked.card());
    return answer(kept, key.mode());
  }

  @Operation(
      description =
          "No payment is made with the token from now on. What was paid with it can be refunded."
              + " A payment that brings the same card keeps it again.")
  @DeleteMapping(TOKENS + "/{token}")
  ResponseEntity<Void> remove(
      Caller caller, @PathVariable String token, ServerWebExchange exchange) {
    OwnerScope scope = OwnerScope.of(caller, exchange);
    if (!removal.remove(scope.merchantId(), scope.mode(), token)) {
      throw ProblemException.of(404, "not_found");
    }
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<TokenAnswer> answer(StoredCard kept, Mode mode) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(
            new TokenAnswer(
                kept.token(),
                "card_token",
                kept.usage().code(),
                new CardAnswer(
                    kept.brand(), kept.bin(), kept.last4(), kept.funding(), kept.issuerCountry()),
                mode == Mode.TEST));
  }
}
