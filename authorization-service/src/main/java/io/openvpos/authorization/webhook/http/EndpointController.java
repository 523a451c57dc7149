package io.openvpos.authorization.webhook.http;

import io.openvpos.authorization.payment.http.OwnerScope;
import io.openvpos.authorization.webhook.WebhookEndpoints;
import io.openvpos.authorization.webhook.WebhookEndpoints.Change;
import io.openvpos.authorization.webhook.WebhookEndpoints.WithSecret;
import io.openvpos.authorization.webhook.domain.Endpoint;
import io.openvpos.authorization.webhook.domain.Endpoint.Owner;
import io.openvpos.authorization.webhook.domain.EventFilter;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// A merchant's webhook endpoints: added, changed, given a new secret, removed. Another owner's are
/// not found.
@RestController
final class EndpointController {

  private static final String PATH = "/v1/webhook-endpoints";
  private static final int MOST_OVERLAP_HOURS = 168;
  private static final int USUAL_OVERLAP_HOURS = 24;

  private final WebhookEndpoints endpoints;
  private final JsonBody body;

  EndpointController(WebhookEndpoints endpoints, JsonBody body) {
    this.endpoints = endpoints;
    this.body = body;
  }

  @Operation(
      description =
          "Adds an endpoint. Its secret is shown in this answer only. The same address again is"
              + " refused, so a repeated request adds none.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = EndpointRequest.class))))
  @PostMapping(PATH)
  ResponseEntity<EndpointAnswer> add(Caller caller, ServerWebExchange exchange) {
    Owner owner = owner(caller, exchange);
    EndpointReading.Read read =
        EndpointReading.read(body.read(exchange, EndpointRequest.class), endpoints::allows, true);
    if (endpoints.list(owner).size() >= WebhookEndpoints.MOST) {
      throw ProblemException.of(409, "too_many_endpoints");
    }
    EventFilter filter = read.filter() == null ? EventFilter.all() : read.filter();
    String description = read.description() == null ? "" : read.description();
    WithSecret made =
        endpoints
            .add(owner, Objects.requireNonNull(read.url()), filter, description)
            .orElseThrow(() -> ProblemException.of(409, "endpoint_exists"));
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", PATH + "/" + made.endpoint().id())
        .cacheControl(CacheControl.noStore())
        .body(EndpointAnswer.of(made.endpoint(), made.secret()));
  }

  @GetMapping(PATH)
  EndpointAnswer.Listing list(Caller caller, ServerWebExchange exchange) {
    return new EndpointAnswer.Listing(
        endpoints.list(owner(caller, exchange)).stream()
            .map(endpoint -> EndpointAnswer.of(endpoint, null))
            .toList());
  }

  @GetMapping(PATH + "/{id}")
  EndpointAnswer one(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Owner owner = owner(caller, exchange);
    return EndpointAnswer.of(found(owner, id), null);
  }

  @Operation(
      description =
          "Changes what is sent and keeps the rest. `enabled: true` takes up what waited while it"
              + " was disabled.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = EndpointRequest.class))))
  @PostMapping(PATH + "/{id}")
  EndpointAnswer change(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Owner owner = owner(caller, exchange);
    found(owner, id);
    EndpointRequest sent = body.read(exchange, EndpointRequest.class);
    EndpointReading.Read read = EndpointReading.read(sent, endpoints::allows, false);
    return switch (endpoints.change(
        owner, id, read.url(), read.filter(), read.description(), sent.enabled())) {
      case Change.Done(Endpoint changed) -> EndpointAnswer.of(changed, null);
      case Change.NotFound() -> throw notFound();
      case Change.AddressTaken() -> throw ProblemException.of(409, "endpoint_exists");
    };
  }

  /// @param overlapHours how long the secret before signs beside the new one; left out: a day
  record RollRequest(@Nullable Integer overlapHours) {}

  @Operation(
      description =
          "Gives it a new secret, shown in this answer only. The one before signs beside it for"
              + " overlap_hours (0 to 168).",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RollRequest.class))))
  @PostMapping(PATH + "/{id}/roll-secret")
  ResponseEntity<EndpointAnswer> roll(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Owner owner = owner(caller, exchange);
    found(owner, id);
    Integer sent = body.read(exchange, RollRequest.class).overlapHours();
    int hours = sent == null ? USUAL_OVERLAP_HOURS : sent;
    if (hours < 0 || hours > MOST_OVERLAP_HOURS) {
      throw ProblemException.of(400, "validation_failed").field("/overlap_hours", "out_of_range");
    }
    WithSecret rolled =
        endpoints
            .roll(owner, id, Duration.ofHours(hours))
            .orElseThrow(EndpointController::notFound);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(EndpointAnswer.of(rolled.endpoint(), rolled.secret()));
  }

  @Operation(description = "Removes it. What was not delivered yet never is.")
  @DeleteMapping(PATH + "/{id}")
  ResponseEntity<Void> remove(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    if (!endpoints.remove(owner(caller, exchange), id)) {
      throw notFound();
    }
    return ResponseEntity.noContent().build();
  }

  private Endpoint found(Owner owner, String id) {
    return endpoints.find(owner, id).orElseThrow(EndpointController::notFound);
  }

  private static ProblemException notFound() {
    return ProblemException.of(404, "not_found");
  }

  private static Owner owner(Caller caller, ServerWebExchange exchange) {
    OwnerScope scope = OwnerScope.of(caller, exchange);
    return new Owner(scope.merchantId(), scope.mode());
  }
}
