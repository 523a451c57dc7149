package io.openvpos.authorization.checkout.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.authorization.checkout.Checkout;
import io.openvpos.authorization.checkout.OpenCheckout;
import io.openvpos.authorization.checkout.OpenCheckout.Opening;
import io.openvpos.authorization.checkout.Seen;
import io.openvpos.authorization.payment.http.RequestBody;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.IdempotencyKey;
import io.openvpos.messaging.http.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Opens, shows and cancels checkout sessions, for the shop's back end.
@RestController
final class SessionController {

  static final String SESSIONS = "/v1/checkout/sessions";

  private final OpenCheckout open;
  private final Checkout checkout;
  private final JsonMapper json;

  SessionController(OpenCheckout open, Checkout checkout, JsonMapper json) {
    this.open = open;
    this.checkout = checkout;
    this.json = json;
  }

  @PostMapping(SESSIONS)
  ResponseEntity<byte[]> create(Caller caller, ServerWebExchange exchange) {
    Caller.MerchantKey merchant = Access.requireSecretKey(caller);
    RequestBody body = RequestBody.of(exchange);
    String key = IdempotencyKey.of(exchange.getRequest());
    JsonNode object = body.object(false);
    return switch (open.open(SessionRequests.order(merchant, SESSIONS, key, object))) {
      case Opening.Opened(var session, var again) ->
          answer(ResponseEntity.status(201), SessionView.opened(session), again);
      case Opening refused -> throw SessionProblems.of(refused);
    };
  }

  @GetMapping(SESSIONS + "/{id}")
  ResponseEntity<byte[]> one(Caller caller, @PathVariable String id) {
    return answer(ResponseEntity.ok(), SessionView.of(own(caller, id)), false);
  }

  /// The payer may not pay any more. 409 where a payment is on its way or done.
  @PostMapping(SESSIONS + "/{id}/cancel")
  ResponseEntity<byte[]> cancel(Caller caller, @PathVariable String id) {
    Seen found = own(caller, id);
    if (!checkout.cancel(found.session())) {
      throw ProblemException.of(409, "session_not_cancelable");
    }
    return answer(ResponseEntity.ok(), SessionView.of(own(caller, id)), false);
  }

  private Seen own(Caller caller, String id) {
    Caller.MerchantKey key = Access.requireSecretKey(caller);
    return checkout
        .look(id)
        .filter(found -> found.session().terms().merchantId().equals(key.merchantId()))
        .filter(found -> found.session().terms().mode() == key.mode())
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private ResponseEntity<byte[]> answer(
      ResponseEntity.BodyBuilder response, SessionView view, boolean replayed) {
    response.contentType(MediaType.APPLICATION_JSON);
    if (replayed) {
      response.header("Idempotent-Replayed", "true");
    }
    return response.body(json.writeValueAsString(view).getBytes(UTF_8));
  }
}
