package io.openvpos.authorization.webhook.http;

import io.openvpos.authorization.payment.http.OwnerScope;
import io.openvpos.authorization.webhook.WebhookEndpoints;
import io.openvpos.authorization.webhook.domain.Delivery;
import io.openvpos.authorization.webhook.domain.Delivery.State;
import io.openvpos.authorization.webhook.domain.Endpoint;
import io.openvpos.authorization.webhook.domain.Endpoint.Owner;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The delivery log, and sending by hand.
@RestController
final class DeliveryController {

  private final WebhookEndpoints endpoints;

  DeliveryController(WebhookEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Operation(description = "Newest first. Kept for 30 days.")
  @GetMapping("/v1/webhook-endpoints/{id}/deliveries")
  DeliveryAnswer.Page log(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter,
      ServerWebExchange exchange) {
    Owner owner = owner(caller, exchange);
    Endpoint endpoint = endpoint(owner, id);
    int most = PageLimit.of(limit);
    Delivery after =
        startingAfter == null
            ? null
            : endpoints
                .delivery(owner, startingAfter)
                .filter(found -> found.endpointId().equals(id))
                .orElseThrow(() -> ProblemException.invalid("starting_after", "unknown_id"));
    List<Delivery> found = endpoints.log(endpoint, state(status), after, most);
    return new DeliveryAnswer.Page(
        found.stream().limit(most).map(DeliveryAnswer::of).toList(), found.size() > most);
  }

  @GetMapping("/v1/webhook-deliveries/{id}")
  DeliveryAnswer one(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    return DeliveryAnswer.of(delivery(owner(caller, exchange), id));
  }

  @Operation(
      description =
          "Sends it again now, delivered or not, under the same webhook-id, with the whole schedule"
              + " of tries before it.")
  @PostMapping("/v1/webhook-deliveries/{id}/resend")
  ResponseEntity<DeliveryAnswer> resend(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Owner owner = owner(caller, exchange);
    Delivery found = delivery(owner, id);
    requireEnabled(endpoint(owner, found.endpointId()));
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .body(DeliveryAnswer.of(endpoints.resend(found)));
  }

  @Operation(description = "Sends a webhook_endpoint.test event to it, whatever it listens to.")
  @PostMapping("/v1/webhook-endpoints/{id}/test")
  ResponseEntity<DeliveryAnswer> test(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Endpoint endpoint = endpoint(owner(caller, exchange), id);
    requireEnabled(endpoint);
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .body(DeliveryAnswer.of(endpoints.test(endpoint)));
  }

  private Endpoint endpoint(Owner owner, String id) {
    return endpoints.find(owner, id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private Delivery delivery(Owner owner, String id) {
    return endpoints.delivery(owner, id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static void requireEnabled(Endpoint endpoint) {
    if (!endpoint.isEnabled()) {
      throw ProblemException.of(409, "endpoint_disabled");
    }
  }

  private static @Nullable State state(@Nullable String status) {
    if (status == null) {
      return null;
    }
    return Stream.of(State.values())
        .filter(state -> state.code().equals(status))
        .findFirst()
        .orElseThrow(() -> ProblemException.invalid("status", "invalid_value"));
  }

  private static Owner owner(Caller caller, ServerWebExchange exchange) {
    OwnerScope scope = OwnerScope.of(caller, exchange);
    return new Owner(scope.merchantId(), scope.mode());
  }
}
