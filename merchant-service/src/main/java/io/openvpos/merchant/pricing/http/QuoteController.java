package io.openvpos.merchant.pricing.http;

import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.contract.domain.SaleTerms;
import io.openvpos.merchant.pricing.CardLookup;
import io.openvpos.merchant.pricing.QuotedCard;
import io.openvpos.merchant.pricing.Quotes;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// What a sale would cost a merchant, for the merchant and the acquirer.
@RestController
final class QuoteController {

  private final Merchants merchants;
  private final Quotes quotes;
  private final CardLookup cards;
  private final BusinessDays days;
  private final JsonBody body;

  QuoteController(
      Merchants merchants, Quotes quotes, CardLookup cards, BusinessDays days, JsonBody body) {
    this.merchants = merchants;
    this.quotes = quotes;
    this.cards = cards;
    this.days = days;
    this.body = body;
  }

  @Operation(
      description =
          "Commission, tax, net and payout dates of a sale captured whole on the given business"
              + " day: exactly what the ledger posts and settlement pays. Nothing is stored.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = QuoteRequest.class))))
  @PostMapping("/v1/merchants/{id}/quotes")
  QuoteAnswer quote(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    List<Mode> modes = MerchantAccess.read(caller, id);
    Merchant merchant = merchants.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
    WantedSale sale =
        WantedSale.read(body.read(exchange, QuoteRequest.class), merchant.currencies(), modes);
    LocalDate day = sale.salesDay().orElseGet(days::today);
    if (!quotes.covers(day)) {
      throw ProblemException.of(400, "validation_failed").field("/sales_day", "out_of_range");
    }
    QuotedCard card = card(sale.bin(), exchange);
    int most = quotes.maxInstallments(merchant.mcc(), card.cardClass(), day);
    if (sale.installments() > most) {
      throw ProblemException.of(422, "installments_not_allowed").arg(most);
    }
    SaleTerms terms =
        new SaleTerms(card.brand(), card.cardClass(), sale.installments(), sale.currency());
    return QuoteAnswer.of(
        sale, card, quotes.quote(merchant.contracts(), terms, sale.amount(), day));
  }

  private QuotedCard card(String bin, ServerWebExchange exchange) {
    String mine =
        Objects.requireNonNullElse(
            exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION), "");
    return cards
        .find(bin, mine)
        .orElseThrow(
            () -> ProblemException.of(400, "validation_failed").field("/card/bin", "unknown_bin"));
  }
}
