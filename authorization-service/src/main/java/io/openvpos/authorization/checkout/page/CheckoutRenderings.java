package io.openvpos.authorization.checkout.page;

import io.openvpos.authorization.checkout.PayerActions;
import io.openvpos.authorization.checkout.ReturnAddress;
import io.openvpos.authorization.checkout.Seen;
import io.openvpos.authorization.checkout.domain.CheckoutSession;
import io.openvpos.authorization.checkout.domain.PaymentLink;
import io.openvpos.authorization.checkout.domain.SessionStatus;
import io.openvpos.authorization.checkout.domain.SessionTerms;
import io.openvpos.authorization.payment.domain.PaymentStatus;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.Merchants;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/// What is answered to the payer's browser in each state of a session.
final class CheckoutRenderings {

  private static final String MESSAGE = "checkout/message";

  private final Merchants merchants;
  private final CheckoutAssets assets;
  private final CheckoutHeaders headers;
  private final PayerActions actions;
  private final Clock clock;

  CheckoutRenderings(
      Merchants merchants,
      CheckoutAssets assets,
      CheckoutHeaders headers,
      PayerActions actions,
      Clock clock) {
    this.merchants = merchants;
    this.assets = assets;
    this.headers = headers;
    this.actions = actions;
    this.clock = clock;
  }

  /// The language that the payer chose, else the one that the shop did.
  PageView view(SessionTerms terms, ServerWebExchange exchange) {
    return PageView.of(
        terms.sale(),
        terms.mode(),
        terms.addresses().cancel() != null,
        shop(terms.merchantId()),
        texts(terms.locale(), exchange),
        "/checkout/" + terms.id());
  }

  /// The page of a link for many payments.
  PageView view(PaymentLink link, ServerWebExchange exchange) {
    return PageView.of(
        link.sale(),
        link.mode(),
        false,
        shop(link.merchantId()),
        texts(link.sale().locale(), exchange),
        "/checkout/links/" + link.id());
  }

  private String shop(String merchantId) {
    return merchants.find(merchantId).map(MerchantTerms::name).orElse(merchantId);
  }

  private static CheckoutTexts texts(String locale, ServerWebExchange exchange) {
    String asked = exchange.getRequest().getQueryParams().getFirst("lang");
    return CheckoutTexts.in(asked == null ? locale : asked);
  }

  Rendering.Builder<?> page(
      String template, CheckoutSession session, PageView view, ServerWebExchange exchange) {
    headers.of(exchange.getResponse().getHeaders(), session.terms().addresses());
    return bare(template, view.texts()).modelAttribute("page", view);
  }

  /// A page of no session.
  Rendering.Builder<?> bare(String template, CheckoutTexts texts) {
    return Rendering.view(template)
        .modelAttribute("t", texts)
        .modelAttribute("script", assets.script())
        .modelAttribute("style", assets.style());
  }

  /// Off to where the payment is confirmed by the payer, while it waits for that. Out of a shop's
  /// frame that takes a step of the payer's own: the bank's pages are at the top of the window,
  /// where their address can be read.
  Optional<Rendering> action(Seen seen, ServerWebExchange exchange) {
    CheckoutSession session = seen.session();
    return Optional.ofNullable(seen.payment())
        .filter(payment -> payment.payment().status() == PaymentStatus.REQUIRES_ACTION)
        .flatMap(actions::next)
        .map(bank ->
            isFramed(session)
                ? message(session, "confirm", Optional.of(bank), exchange)
                : redirect(bank));
  }

  private static boolean isFramed(CheckoutSession session) {
    return session.terms().addresses().frame() != null;
  }

  /// Every state but the open one. A session that is paid leads to the shop whenever it is looked
  /// at: also for those who come back by the back button.
  Rendering state(Seen seen, ServerWebExchange exchange) {
    CheckoutSession session = seen.session();
    if (seen.status() == SessionStatus.PAID) {
      headers.of(exchange.getResponse().getHeaders(), session.terms().addresses());
      Optional<URI> shop = ReturnAddress.success(session, clock.instant());
      if (shop.isPresent() && isBackFromTheBank(exchange)) {
        exchange.getResponse().getHeaders().set("Refresh", "0; url=" + shop.get());
      } else if (shop.isPresent() && !isFramed(session)) {
        return redirect(shop.get());
      }
      return message(session, "paid", shop, exchange);
    }
    Optional<URI> back =
        seen.status() == SessionStatus.PROCESSING
            ? Optional.empty()
            : ReturnAddress.cancel(session, clock.instant());
    return message(session, seen.status().code(), back, exchange);
  }

  /// Browsers hold the page that sent a form to where its redirects may end, and the bank's page
  /// knows nothing of the shop: from there the payer goes on by a step of its own.
  private static boolean isBackFromTheBank(ServerWebExchange exchange) {
    return exchange.getRequest().getQueryParams().containsKey("payment_id");
  }

  Rendering backToShop(CheckoutSession session, ServerWebExchange exchange) {
    headers.of(exchange.getResponse().getHeaders(), session.terms().addresses());
    Optional<URI> shop = ReturnAddress.cancel(session, clock.instant());
    return shop.filter(_ -> !isFramed(session))
        .map(CheckoutRenderings::redirect)
        .orElseGet(() -> message(session, "canceled", shop, exchange));
  }

  /// What became of the last card; empty if none was declined.
  String notice(Seen seen, CheckoutTexts texts) {
    return seen.session().declines().isEmpty()
        ? ""
        : texts.either(
            "declined." + seen.session().declines().getLast().code(), "declined.by_issuer");
  }

  /// A link that nobody may pay by, and why.
  Rendering over(PaymentLink link, String state, ServerWebExchange exchange) {
    PageView view = view(link, exchange);
    return saying(bare(MESSAGE, view.texts()).modelAttribute("page", view), state, "");
  }

  private Rendering message(
      CheckoutSession session, String state, Optional<URI> link, ServerWebExchange exchange) {
    PageView view = view(session.terms(), exchange);
    return saying(
        page(MESSAGE, session, view, exchange), state, link.map(URI::toString).orElse(""));
  }

  private static Rendering saying(Rendering.Builder<?> message, String state, String link) {
    return message
        .modelAttribute("state", state)
        .modelAttribute("link", link)
        .modelAttribute("waiting", state.equals("processing"))
        .build();
  }

  /// The page of a session, in the language that the payer chose.
  static Rendering session(String id, ServerWebExchange exchange) {
    String language = exchange.getRequest().getQueryParams().getFirst("lang");
    String chosen = "en".equals(language) || "tr".equals(language) ? "?lang=" + language : "";
    return Rendering.redirectTo("/checkout/" + id + chosen).status(HttpStatus.SEE_OTHER).build();
  }

  private static Rendering redirect(URI to) {
    return Rendering.redirectTo(to.toString())
        .status(HttpStatus.SEE_OTHER)
        .contextRelative(false)
        .build();
  }
}
