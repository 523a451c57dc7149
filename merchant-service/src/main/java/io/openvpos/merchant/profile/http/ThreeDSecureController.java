package io.openvpos.merchant.profile.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.SecurityChanges;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy.Kind;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// When a merchant's shoppers are authenticated: set by the acquirer's operators, read by the
/// merchant too.
@RestController
final class ThreeDSecureController {

  private static final String PATH = "/v1/merchants/{id}/three-d-secure";

  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  private final Merchants merchants;
  private final SecurityChanges changes;
  private final JsonBody body;

  ThreeDSecureController(Merchants merchants, SecurityChanges changes, JsonBody body) {
    this.merchants = merchants;
    this.changes = changes;
    this.body = body;
  }

  /// @param policy off, optional, required or above
  /// @param above with above: by currency, in minor units
  record PolicyRequest(@Nullable String policy, @Nullable Map<String, @Nullable Long> above) {}

  record PolicyAnswer(String policy, Map<String, Long> above) {
    static PolicyAnswer of(Merchant merchant) {
      ThreeDSecurePolicy policy = merchant.security().threeDSecure();
      return new PolicyAnswer(policy.kind().code(), new TreeMap<>(policy.above()));
    }
  }

  @GetMapping(PATH)
  PolicyAnswer read(Caller caller, @PathVariable String id) {
    MerchantAccess.read(caller, id);
    return PolicyAnswer.of(found(merchants.find(id)));
  }

  @Operation(
      description = "Sales in a currency that `above` does not name must be authenticated.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = PolicyRequest.class))))
  @PutMapping(PATH)
  PolicyAnswer set(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_OPS);
    Merchant merchant = found(merchants.find(id));
    ThreeDSecurePolicy wanted = read(body.read(exchange, PolicyRequest.class), merchant);
    return PolicyAnswer.of(found(changes.threeDSecure(id, wanted, Actors.of(caller, exchange))));
  }

  static ThreeDSecurePolicy read(PolicyRequest sent, Merchant merchant) {
    FieldErrors errors = new FieldErrors();
    Optional<Kind> kind = Kind.of(errors.required(sent.policy(), "/policy"));
    errors.check(kind.isPresent() || sent.policy() == null, "/policy", "invalid");
    Map<String, @Nullable Long> typed = sent.above() == null ? Map.of() : sent.above();
    boolean above = kind.equals(Optional.of(Kind.ABOVE));
    errors.check(!above || !typed.isEmpty(), "/above", "required");
    errors.check(above || typed.isEmpty(), "/above", "not_allowed");
    Map<String, Long> amounts = new TreeMap<>();
    typed.forEach((currency, amount) -> {
      // A name is the caller's own text, and not repeated if it is none of a currency.
      String at = CODE.matcher(currency).matches() ? "/above/" + currency : "/above";
      errors.check(merchant.currencies().contains(currency), at, "currency_not_enabled");
      errors.check(amount != null, at, "required");
      long checked =
          errors.within(amount, 0, new FieldErrors.Range(0, ThreeDSecurePolicy.MOST), at);
      amounts.put(currency, checked);
    });
    errors.throwIfAny();
    return new ThreeDSecurePolicy(kind.orElseThrow(), amounts);
  }

  private static Merchant found(Optional<Merchant> merchant) {
    return merchant.orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
