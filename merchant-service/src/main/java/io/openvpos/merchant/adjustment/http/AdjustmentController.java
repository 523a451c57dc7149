package io.openvpos.merchant.adjustment.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.adjustment.AdjustmentDesk;
import io.openvpos.merchant.adjustment.AdjustmentDesk.Asked;
import io.openvpos.merchant.adjustment.Adjustments;
import io.openvpos.merchant.adjustment.domain.Adjustment;
import io.openvpos.merchant.adjustment.domain.Adjustment.Outcome;
import io.openvpos.merchant.adjustment.domain.AdjustmentStatus;
import io.openvpos.merchant.adjustment.domain.Wanted;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.IdempotencyKey;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Adjustments: asked for by one person of the acquirer's finance and decided by another. A
/// merchant sees its own once they are approved; until then there is nothing there for it.
@RestController
final class AdjustmentController {

  private final Adjustments adjustments;
  private final AdjustmentDesk desk;
  private final Merchants merchants;
  private final JsonBody body;

  AdjustmentController(
      Adjustments adjustments, AdjustmentDesk desk, Merchants merchants, JsonBody body) {
    this.adjustments = adjustments;
    this.desk = desk;
    this.merchants = merchants;
    this.body = body;
  }

  @Operation(
      description =
          "Asks for a correction or a fee. It moves nothing until another person of the"
              + " acquirer's finance approves it. The same request with the same key by the same"
              + " person answers the adjustment as it is now, with Idempotent-Replayed: true.",
      parameters = @Parameter(in = ParameterIn.HEADER, name = "Idempotency-Key", required = true),
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = AdjustmentRequest.class))))
  @PostMapping("/v1/merchants/{id}/adjustments")
  ResponseEntity<AdjustmentAnswer> ask(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_FINANCE);
    Merchant merchant = merchants.find(id).orElseThrow(AdjustmentController::notFound);
    String key = IdempotencyKey.of(exchange.getRequest());
    Wanted wanted = AdjustmentReading.read(merchant, body.read(exchange, AdjustmentRequest.class));
    return switch (desk.ask(wanted, Actors.of(caller, exchange), key)) {
      case Asked.Made(Adjustment made) -> created(made).body(AdjustmentAnswer.of(made, true));
      case Asked.Repeated(Adjustment there) ->
          created(there)
              .header("Idempotent-Replayed", "true")
              .body(AdjustmentAnswer.of(there, true));
      case Asked.KeyReused() -> throw ProblemException.of(422, "idempotency_key_reused");
    };
  }

  @PostMapping("/v1/adjustments/{id}/approve")
  AdjustmentAnswer approve(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    return decide(caller, id, exchange, desk::approve);
  }

  @PostMapping("/v1/adjustments/{id}/reject")
  AdjustmentAnswer reject(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    return decide(caller, id, exchange, desk::reject);
  }

  @GetMapping("/v1/adjustments/{id}")
  AdjustmentAnswer read(Caller caller, @PathVariable String id) {
    Adjustment found = adjustments.find(id).orElse(null);
    // Whoever may see nothing at all is told so before anything of the adjustment is.
    String owner = found == null ? ownOrAny(caller) : found.wanted().merchantId();
    List<Mode> seen = MerchantAccess.read(caller, owner);
    if (found == null || !seen.contains(found.wanted().mode()) || hidden(caller, found)) {
      throw notFound();
    }
    return AdjustmentAnswer.of(found, isAcquirer(caller));
  }

  @Operation(description = "Newest first. A merchant gets its approved ones only.")
  @GetMapping("/v1/merchants/{id}/adjustments")
  AdjustmentAnswer.Page list(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String mode,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    List<Mode> seen = MerchantAccess.read(caller, id);
    if (merchants.find(id).isEmpty()) {
      throw notFound();
    }
    int wanted = PageLimit.of(limit);
    List<Mode> modes = ListParameters.modes(seen, mode);
    AdjustmentStatus asked = ListParameters.status(status);
    Adjustment after = startingAfter == null ? null : cursor(caller, id, seen, startingAfter);
    if (!isAcquirer(caller) && asked != null && asked != AdjustmentStatus.APPROVED) {
      return new AdjustmentAnswer.Page(List.of(), false);
    }
    AdjustmentStatus shown = isAcquirer(caller) ? asked : AdjustmentStatus.APPROVED;
    List<Adjustment> found =
        adjustments.page(new Adjustments.Query(id, modes, shown), after, wanted + 1);
    return new AdjustmentAnswer.Page(
        found.stream()
            .limit(wanted)
            .map(one -> AdjustmentAnswer.of(one, isAcquirer(caller)))
            .toList(),
        found.size() > wanted);
  }

  private Adjustment cursor(Caller caller, String merchantId, List<Mode> seen, String id) {
    return adjustments
        .find(id)
        .filter(found -> found.wanted().merchantId().equals(merchantId))
        .filter(found -> seen.contains(found.wanted().mode()) && !hidden(caller, found))
        .orElseThrow(() -> ProblemException.invalid("starting_after", "invalid"));
  }

  private AdjustmentAnswer decide(
      Caller caller,
      String id,
      ServerWebExchange exchange,
      BiFunction<String, Actor, Outcome> decision) {
    Access.require(caller, Role.ACQUIRER_FINANCE);
    if (adjustments.find(id).isEmpty()) {
      throw notFound();
    }
    return switch (decision.apply(id, Actors.of(caller, exchange))) {
      case Outcome.Decided(Adjustment decided) -> AdjustmentAnswer.of(decided, true);
      case Outcome.AlreadySo(Adjustment decided) -> AdjustmentAnswer.of(decided, true);
      case Outcome.FourEyes() -> throw ProblemException.of(403, "four_eyes");
      case Outcome.TooLate() -> throw ProblemException.of(409, "adjustment_decided");
    };
  }

  private static ResponseEntity.BodyBuilder created(Adjustment made) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/v1/adjustments/" + made.id());
  }

  private static String ownOrAny(Caller caller) {
    return caller.ownMerchant().orElse("");
  }

  private static boolean hidden(Caller caller, Adjustment found) {
    return !isAcquirer(caller) && found.status() != AdjustmentStatus.APPROVED;
  }

  private static boolean isAcquirer(Caller caller) {
    return caller.has(Role.ACQUIRER_OPS, Role.ACQUIRER_FINANCE, Role.AUDITOR);
  }

  private static ProblemException notFound() {
    return ProblemException.of(404, "not_found");
  }
}
