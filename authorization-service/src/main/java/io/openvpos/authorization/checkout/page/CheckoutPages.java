package io.openvpos.authorization.checkout.page;

import io.openvpos.authorization.checkout.CardPoints;
import io.openvpos.authorization.checkout.Checkout;
import io.openvpos.authorization.checkout.Checkout.Sent;
import io.openvpos.authorization.checkout.CheckoutOrders;
import io.openvpos.authorization.checkout.CheckoutOrders.Payer;
import io.openvpos.authorization.checkout.CheckoutSettings;
import io.openvpos.authorization.checkout.Seen;
import io.openvpos.authorization.checkout.domain.CheckoutSession;
import io.openvpos.authorization.checkout.domain.SessionStatus;
import io.openvpos.authorization.checkout.domain.SessionTerms;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.profile.ThreeDSecureTerms.Policy;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.messaging.limits.ClientAddress;
import io.openvpos.page.PageForm;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/// The page of a session. A card that is sent is answered by a redirect to the page itself, which
/// shows what became of it: so sending twice and going back repeat nothing.
@Hidden
@Controller
final class CheckoutPages {

  static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

  private final Checkout checkout;
  private final Merchants merchants;
  private final InstallmentOffers offers;
  private final CardPoints points;
  private final CheckoutRenderings renderings;
  private final CheckoutSettings settings;
  private final Clock clock;

  CheckoutPages(
      Checkout checkout,
      Merchants merchants,
      InstallmentOffers offers,
      CardPoints points,
      CheckoutRenderings renderings,
      CheckoutSettings settings,
      Clock clock) {
    this.checkout = checkout;
    this.merchants = merchants;
    this.offers = offers;
    this.points = points;
    this.renderings = renderings;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/checkout/{id}")
  Rendering show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String bin,
      ServerWebExchange exchange) {
    Seen seen = found(id);
    if (seen.status() == SessionStatus.PROCESSING) {
      Optional<Rendering> elsewhere = renderings.action(seen, exchange);
      if (elsewhere.isPresent()) {
        return elsewhere.get();
      }
    }
    return seen.status() == SessionStatus.OPEN
        ? form(seen, exchange, CardFields.shown(bin))
        : renderings.state(seen, exchange);
  }

  @PostMapping("/checkout/{id}")
  Rendering pay(@PathVariable String id, ServerWebExchange exchange) {
    PageForm form = PageForm.parse(RequestBytes.ofForm(exchange));
    Seen seen = found(id);
    CheckoutSession session = seen.session();
    CardForm typed = CardForm.read(form, YearMonth.now(clock.withZone(ISTANBUL)));
    if (seen.status() != SessionStatus.OPEN || typed.attempt() != session.liveAttempt()) {
      return again(session, exchange);
    }
    if (!offers.allows(session.terms(), typed.bin(), typed.installments())) {
      typed.refuse("installments", "not_offered");
    }
    Optional<SubmittedCard> card = typed.card();
    if (card.isEmpty()) {
      return rejected(seen, exchange, typed);
    }
    Payer payer =
        new Payer(
            card.get(),
            typed.installments(),
            ClientAddress.of(exchange.getRequest()),
            backFromTheBank(session.terms()));
    return sent(
        seen,
        checkout.pay(
            session,
            typed.attempt(),
            CheckoutOrders.order(session.terms(), typed.attempt(), payer)),
        exchange,
        typed);
  }

  /// Null where the merchant's shoppers are not authenticated.
  private @Nullable URI backFromTheBank(SessionTerms terms) {
    boolean never =
        merchants
            .find(terms.merchantId())
            .map(merchant -> merchant.authentication().policy() == Policy.OFF)
            .orElse(false);
    return never ? null : settings.baseUrl().resolve("/checkout/" + terms.id());
  }

  @PostMapping("/checkout/{id}/cancel")
  Rendering cancel(@PathVariable String id, ServerWebExchange exchange) {
    CheckoutSession session = found(id).session();
    return checkout.cancel(session)
        ? renderings.backToShop(session, exchange)
        : again(session, exchange);
  }

  /// The instalment table of a card's leading digits, for the page's script.
  @ResponseBody
  @GetMapping("/checkout/{id}/installments")
  ResponseEntity<List<PageView.Offer>> installments(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String bin,
      ServerWebExchange exchange) {
    Seen seen = found(id);
    SessionTerms terms = seen.session().terms();
    PageView view = renderings.view(terms, exchange);
    return ResponseEntity.ok(view.offers(terms, offers.of(terms, bin), 1));
  }

  private Rendering sent(Seen before, Sent sent, ServerWebExchange exchange, CardForm typed) {
    return switch (sent) {
      case Sent.Taken(Seen seen) ->
          renderings.action(seen, exchange).orElseGet(() -> again(seen.session(), exchange));
      case Sent.Wrong(String pointer, _) -> {
        typed.refuse(pointer.equals("/installments") ? "installments" : "form", "not_offered");
        yield rejected(before, exchange, typed);
      }
      case Sent.TooMany _ -> {
        typed.refuse("form", "too_many");
        Rendering page = rejected(before, exchange, typed);
        exchange.getResponse().setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
        yield page;
      }
      case Sent.NotNow _ -> {
        typed.refuse("form", "not_now");
        yield rejected(before, exchange, typed);
      }
    };
  }

  private Rendering rejected(Seen seen, ServerWebExchange exchange, CardForm typed) {
    exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
    return form(
        seen,
        exchange,
        new CardFields(typed.bin(), typed.holderName(), typed.installments(), typed.errors()));
  }

  private Rendering form(Seen seen, ServerWebExchange exchange, CardFields fields) {
    SessionTerms terms = seen.session().terms();
    PageView view = renderings.view(terms, exchange);
    return renderings
        .page("checkout/pay", seen.session(), view, exchange)
        .modelAttribute("attempt", seen.session().liveAttempt())
        .modelAttribute("holderName", fields.holderName())
        .modelAttribute("errors", view.errors(fields.errors()))
        .modelAttribute("notice", renderings.notice(seen, view.texts()))
        .modelAttribute(
            "points", points.program(fields.bin()).map(view.texts()::ofPoints).orElse(""))
        .modelAttribute("inParts", terms.installmentsAllowed())
        .modelAttribute(
            "offers", view.offers(terms, offers.of(terms, fields.bin()), fields.installments()))
        .build();
  }

  /// What of a form is shown again.
  private record CardFields(
      String bin, String holderName, int installments, Map<String, String> errors) {

    static CardFields shown(String bin) {
      return new CardFields(bin, "", 1, Map.of());
    }
  }

  private static Rendering again(CheckoutSession session, ServerWebExchange exchange) {
    return CheckoutRenderings.session(session.terms().id(), exchange);
  }

  private Seen found(String id) {
    return checkout.look(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
