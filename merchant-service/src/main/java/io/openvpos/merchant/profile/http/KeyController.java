package io.openvpos.merchant.profile.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.profile.KeyIssuing;
import io.openvpos.merchant.profile.KeyIssuing.Issued;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.ApiKey;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.http.ProfileAnswers.KeyAnswer;
import io.openvpos.merchant.profile.http.ProfileAnswers.Keys;
import io.openvpos.merchant.profile.http.ProfileAnswers.NewKey;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// A merchant's API keys, for the acquirer's operators and the merchant's own administrators.
@RestController
final class KeyController {

  private final Merchants merchants;
  private final KeyIssuing keys;
  private final JsonBody body;

  KeyController(Merchants merchants, KeyIssuing keys, JsonBody body) {
    this.merchants = merchants;
    this.keys = keys;
    this.body = body;
  }

  record KeyRequest(@Nullable String mode, @Nullable String scope) {}

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = KeyRequest.class))))
  @PostMapping("/v1/merchants/{id}/api-keys")
  @ResponseStatus(HttpStatus.CREATED)
  NewKey issue(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    MerchantAccess.administer(caller, id);
    Merchant merchant = merchant(id);
    KeyRequest request = body.read(exchange, KeyRequest.class);
    FieldErrors errors = new FieldErrors();
    String wanted = errors.required(request.mode(), "/mode");
    Optional<Mode> mode =
        merchant.modes().stream().filter(one -> one.code().equals(wanted)).findFirst();
    errors.check(mode.isPresent(), "/mode", "invalid");
    Optional<KeyScope> scope = KeyScope.of(errors.required(request.scope(), "/scope"));
    errors.check(scope.isPresent(), "/scope", "invalid");
    errors.throwIfAny();
    Issued issued =
        keys.issue(id, mode.orElseThrow(), scope.orElseThrow(), Actors.of(caller, exchange))
            .orElseThrow();
    ApiKey kept = issued.kept();
    return new NewKey(
        kept.id(), issued.key(), kept.mode().code(), kept.scope().code(), kept.createdAt());
  }

  @GetMapping("/v1/merchants/{id}/api-keys")
  Keys list(Caller caller, @PathVariable String id) {
    MerchantAccess.administer(caller, id);
    return new Keys(merchant(id).apiKeys().stream().map(KeyAnswer::of).toList());
  }

  @GetMapping("/v1/merchants/{id}/api-keys/{keyId}")
  KeyAnswer read(Caller caller, @PathVariable String id, @PathVariable String keyId) {
    MerchantAccess.administer(caller, id);
    return merchant(id)
        .key(keyId)
        .map(KeyAnswer::of)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  @DeleteMapping("/v1/merchants/{id}/api-keys/{keyId}")
  KeyAnswer revoke(
      Caller caller,
      @PathVariable String id,
      @PathVariable String keyId,
      ServerWebExchange exchange) {
    MerchantAccess.administer(caller, id);
    if (merchant(id).key(keyId).isEmpty()) {
      throw ProblemException.of(404, "not_found");
    }
    return keys.revoke(id, keyId, Actors.of(caller, exchange))
        .map(KeyAnswer::of)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private Merchant merchant(String id) {
    return merchants.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
