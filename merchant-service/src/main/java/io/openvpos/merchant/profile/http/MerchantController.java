package io.openvpos.merchant.profile.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.Onboarding;
import io.openvpos.merchant.profile.http.ProfileAnswers.MerchantAnswer;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Merchants: taken on by the acquirer, read by it and by themselves.
@RestController
final class MerchantController {

  private final Merchants merchants;
  private final Onboarding onboarding;
  private final JsonBody body;

  MerchantController(Merchants merchants, Onboarding onboarding, JsonBody body) {
    this.merchants = merchants;
    this.onboarding = onboarding;
    this.body = body;
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = MerchantRequest.class))))
  @PostMapping("/v1/merchants")
  @ResponseStatus(HttpStatus.CREATED)
  MerchantAnswer create(Caller caller, ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_OPS);
    MerchantRequest request = body.read(exchange, MerchantRequest.class);
    return MerchantAnswer.of(
        onboarding.takeOn(MerchantReading.read(request), Actors.of(caller, exchange)));
  }

  @GetMapping("/v1/merchants/{id}")
  MerchantAnswer read(Caller caller, @PathVariable String id) {
    MerchantAccess.read(caller, id);
    return merchants
        .find(id)
        .map(MerchantAnswer::of)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
