package io.openvpos.authorization.checkout.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.authorization.checkout.OpenCheckout.Opening;
import io.openvpos.authorization.checkout.PaymentLinks;
import io.openvpos.authorization.checkout.PaymentLinks.Made;
import io.openvpos.authorization.checkout.PaymentLinks.Standing;
import io.openvpos.authorization.checkout.domain.PaymentLink;
import io.openvpos.authorization.payment.http.OwnerScope;
import io.openvpos.authorization.payment.http.RequestBody;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.IdempotencyKey;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.QrCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes, shows and takes back payment links, for the shop's back end and its administrators.
@RestController
final class LinkController {

  static final String LINKS = "/v1/payment-links";

  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

  private final PaymentLinks links;
  private final JsonMapper json;

  LinkController(PaymentLinks links, JsonMapper json) {
    this.links = links;
    this.json = json;
  }

  @PostMapping(LINKS)
  ResponseEntity<byte[]> create(Caller caller, ServerWebExchange exchange) {
    OwnerScope owner = OwnerScope.of(caller, exchange);
    RequestBody body = RequestBody.of(exchange);
    String key = IdempotencyKey.of(exchange.getRequest());
    JsonNode object = body.object(false);
    return switch (links.make(LinkRequests.order(owner, LINKS, key, object))) {
      case Made.Link(PaymentLink link, boolean again) -> {
        ResponseEntity.BodyBuilder response =
            ResponseEntity.status(201).contentType(MediaType.APPLICATION_JSON);
        if (again) {
          response.header("Idempotent-Replayed", "true");
        }
        LinkView view = LinkView.made(link, links.address(link.id()));
        yield response.body(json.writeValueAsString(view).getBytes(UTF_8));
      }
      case Made.Refused(Opening why) -> throw SessionProblems.of(why);
    };
  }

  @GetMapping(LINKS)
  LinkView.Page list(
      Caller caller,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter,
      ServerWebExchange exchange) {
    OwnerScope owner = OwnerScope.of(caller, exchange);
    int most = PageLimit.of(limit);
    PaymentLink after =
        startingAfter == null
            ? null
            : links
                .find(startingAfter)
                .filter(found -> isOf(owner, found))
                .map(Standing::link)
                .orElseThrow(() -> ProblemException.invalid("starting_after", "unknown_id"));
    List<PaymentLink> found = links.of(owner.merchantId(), owner.mode(), after, most + 1);
    return new LinkView.Page(
        found.stream().limit(most).map(links::standing).map(this::view).toList(),
        found.size() > most);
  }

  @GetMapping(LINKS + "/{id}")
  LinkView one(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    return view(own(caller, id, exchange));
  }

  /// Its address as a QR code, to print.
  @GetMapping(LINKS + "/{id}/qr.svg")
  ResponseEntity<String> code(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Standing found = own(caller, id, exchange);
    return ResponseEntity.ok().contentType(SVG).body(QrCode.svg(links.address(found.link().id())));
  }

  /// Nobody may pay by it any more. 409 where its one payment is on its way or done.
  @PostMapping(LINKS + "/{id}/deactivate")
  LinkView deactivate(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Standing found = own(caller, id, exchange);
    if (!links.deactivate(found.link())) {
      throw ProblemException.of(409, "link_not_deactivatable");
    }
    return view(own(caller, id, exchange));
  }

  private Standing own(Caller caller, String id, ServerWebExchange exchange) {
    OwnerScope owner = OwnerScope.of(caller, exchange);
    return links
        .find(id)
        .filter(found -> isOf(owner, found))
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static boolean isOf(OwnerScope owner, Standing found) {
    return found.link().merchantId().equals(owner.merchantId())
        && found.link().mode() == owner.mode();
  }

  private LinkView view(Standing standing) {
    return LinkView.of(standing, links.address(standing.link().id()));
  }
}
