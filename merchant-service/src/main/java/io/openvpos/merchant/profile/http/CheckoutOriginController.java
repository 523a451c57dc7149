package io.openvpos.merchant.profile.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.SecurityChanges;
import io.openvpos.merchant.profile.domain.CheckoutOrigin;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The origins that may show a merchant's checkout in a frame, for the acquirer's operators and the
/// merchant's own administrators.
@RestController
final class CheckoutOriginController {

  private static final String PATH = "/v1/merchants/{id}/checkout-origins";

  private final Merchants merchants;
  private final SecurityChanges changes;
  private final JsonBody body;

  CheckoutOriginController(Merchants merchants, SecurityChanges changes, JsonBody body) {
    this.merchants = merchants;
    this.changes = changes;
    this.body = body;
  }

  record OriginsRequest(@Nullable List<@Nullable String> origins) {}

  record OriginsAnswer(List<String> origins) {
    static OriginsAnswer of(Optional<Merchant> merchant) {
      return new OriginsAnswer(
          found(merchant).security().checkoutOrigins().stream()
              .map(CheckoutOrigin::value)
              .toList());
    }
  }

  @GetMapping(PATH)
  OriginsAnswer read(Caller caller, @PathVariable String id) {
    MerchantAccess.administer(caller, id);
    return OriginsAnswer.of(merchants.find(id));
  }

  @Operation(
      description = "All of them, at most ten; none takes the page out of every frame.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = OriginsRequest.class))))
  @PutMapping(PATH)
  OriginsAnswer set(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    MerchantAccess.administer(caller, id);
    found(merchants.find(id));
    OriginsRequest request = body.read(exchange, OriginsRequest.class);
    List<CheckoutOrigin> wanted = OriginReading.read(request.origins());
    return OriginsAnswer.of(changes.checkoutOrigins(id, wanted, Actors.of(caller, exchange)));
  }

  private static Merchant found(Optional<Merchant> merchant) {
    return merchant.orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
