package io.openvpos.authorization.threeds.http;

import io.openvpos.authorization.threeds.Authenticate;
import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.domain.Stage;
import io.openvpos.authorization.threeds.message.BrowserFacts;
import io.openvpos.authorization.threeds.message.ChallengeResponse;
import io.openvpos.authorization.threeds.message.ProtocolException;
import io.openvpos.authorization.threeds.page.BrowserPage;
import io.openvpos.authorization.threeds.page.BrowserPages;
import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.page.PageForm;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The cardholder's browser. The id in the path is the only credential: it is random, and all that
/// it opens is this one authentication. Every request is answered by where the authentication
/// stands, so that going back, reloading and clicking twice are harmless.
@RestController
final class BrowserController {

  private static final Logger LOGGER = LoggerFactory.getLogger(BrowserController.class);
  private static final String ONE = "/3ds/{id}";

  private final Authenticate authenticate;
  private final BrowserPages pages;

  BrowserController(Authenticate authenticate, BrowserPages pages) {
    this.authenticate = authenticate;
    this.pages = pages;
  }

  @GetMapping(ONE)
  ResponseEntity<byte[]> look(@PathVariable String id, ServerWebExchange exchange) {
    return answer(authenticate.look(id), exchange);
  }

  /// Our own page's form: the authentication request leaves now, once.
  @PostMapping(ONE + "/browser")
  ResponseEntity<byte[]> browsed(@PathVariable String id, ServerWebExchange exchange) {
    PageForm form = PageForm.parse(RequestBytes.ofForm(exchange));
    Optional<Authentication> known = authenticate.look(id);
    if (known.isPresent() && known.get().stage() == Stage.STARTED) {
      BrowserFacts browser =
          browser(form, exchange.getRequest(), known.get().protocol().methodUrl() != null);
      known = Optional.of(authenticate.browsed(id, browser));
    }
    return answer(known, exchange);
  }

  /// Where the issuer's 3DS method ends, inside a frame; says nothing to anybody.
  @PostMapping(ONE + "/method-done")
  ResponseEntity<byte[]> methodDone(@PathVariable String id) {
    return ResponseEntity.ok()
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'")
        .contentType(MediaType.TEXT_HTML)
        .body("<!DOCTYPE html><title>3DS</title>".getBytes(StandardCharsets.UTF_8));
  }

  /// Back from the challenge.
  @PostMapping(ONE + "/challenge-result")
  ResponseEntity<byte[]> challenged(@PathVariable String id, ServerWebExchange exchange) {
    PageForm form = PageForm.parse(RequestBytes.ofForm(exchange));
    if (authenticate.find(id).isPresent()) {
      try {
        authenticate.returned(id, ChallengeResponse.read(form.text("cres")));
      } catch (ProtocolException e) {
        // It would not be believed anyhow; the page says where things stand.
        LOGGER.info("a CRes for {} is refused: {}", id, e.getMessage());
      }
    }
    return answer(authenticate.look(id), exchange);
  }

  private ResponseEntity<byte[]> answer(
      Optional<Authentication> known, ServerWebExchange exchange) {
    Locale locale = Languages.of(exchange.getRequest());
    if (known.isEmpty()) {
      return html(pages.unknown(locale));
    }
    Authentication authentication = known.get();
    return switch (authentication.stage()) {
      case STARTED -> html(pages.start(authentication, locale));
      case REQUESTED -> html(pages.waiting(authentication, false, locale));
      case DECOUPLED -> html(pages.waiting(authentication, true, locale));
      case CHALLENGED ->
          html(
              authentication.answerBy() == null
                  ? pages.challenge(authentication, locale)
                  : pages.waiting(authentication, false, locale));
      case ENDED ->
          ResponseEntity.status(303)
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .location(ReturnAddress.of(authentication))
              .build();
    };
  }

  private ResponseEntity<byte[]> html(BrowserPage page) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(page.status());
    if (pages.secure()) {
      answer.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    return answer
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", page.policy())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(page.html().getBytes(StandardCharsets.UTF_8));
  }

  private static BrowserFacts browser(PageForm form, ServerHttpRequest request, boolean hasMethod) {
    InetSocketAddress from = request.getRemoteAddress();
    HttpHeaders headers = request.getHeaders();
    return BrowserFacts.of(
        form::text,
        Optional.ofNullable(headers.getFirst(HttpHeaders.ACCEPT)).orElse("*/*"),
        from == null || from.getAddress() == null ? null : from.getAddress().getHostAddress(),
        Optional.ofNullable(headers.getFirst(HttpHeaders.USER_AGENT)).orElse("unknown"),
        Languages.of(request).toLanguageTag(),
        hasMethod);
  }

  /// Where the browser goes in the end. The shop asks us what came of it: the address says only
  /// which payment it was.
  private static final class ReturnAddress {

    private ReturnAddress() {}

    static URI of(Authentication ended) {
      String url = ended.wish().returnUrl();
      int hash = url.indexOf('#');
      String page = hash < 0 ? url : url.substring(0, hash);
      String fragment = hash < 0 ? "" : url.substring(hash);
      String separator = page.contains("?") ? "&" : "?";
      return URI.create(page + separator + "payment_id=" + ended.purchase().paymentId() + fragment);
    }
  }
}
