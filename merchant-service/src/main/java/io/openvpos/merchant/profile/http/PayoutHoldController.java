package io.openvpos.merchant.profile.http;

import io.openvpos.card.CardNumbers;
import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.PayoutHolds;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.http.ProfileAnswers.MerchantAnswer;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Holding and releasing a merchant's payouts, by the acquirer's operators.
@RestController
final class PayoutHoldController {

  private final Merchants merchants;
  private final PayoutHolds holds;
  private final JsonBody body;

  PayoutHoldController(Merchants merchants, PayoutHolds holds, JsonBody body) {
    this.merchants = merchants;
    this.holds = holds;
    this.body = body;
  }

  record HoldRequest(@Nullable String reason) {}

  @Operation(
      description =
          "From the next close on nothing is paid out; what is sold becomes due and waits.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = HoldRequest.class))))
  @PostMapping("/v1/merchants/{id}/payout-hold")
  MerchantAnswer hold(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_OPS);
    found(merchants.find(id));
    HoldRequest request = body.read(exchange, HoldRequest.class);
    FieldErrors errors = new FieldErrors();
    String reason = errors.required(request.reason(), "/reason");
    errors.check(reason.length() <= PayoutHolds.MOST_LETTERS, "/reason", "too_long");
    errors.check(!CardNumbers.mayBeIn(reason), "/reason", "card_number_not_allowed");
    errors.throwIfAny();
    return found(holds.hold(id, reason, Actors.of(caller, exchange)));
  }

  @PostMapping("/v1/merchants/{id}/payout-release")
  MerchantAnswer release(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_OPS);
    return found(holds.release(id, Actors.of(caller, exchange)));
  }

  private static MerchantAnswer found(Optional<Merchant> merchant) {
    return merchant
        .map(MerchantAnswer::of)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
