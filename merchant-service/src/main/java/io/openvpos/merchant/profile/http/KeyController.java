package io.openvpos.merchant.profile.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.profile.KeyIssuing;
import io.openvpos.merchant.profile.KeyIssuing.Wanted;
import io.openvpos.merchant.profile.KeyLimiting;
import io.openvpos.merchant.profile.KeyLimiting.Outcome;
import io.openvpos.merchant.profile.KeyLimitsReading;
import io.openvpos.merchant.profile.KeyLimitsReading.Sent;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.ApiKey;
import io.openvpos.merchant.profile.domain.KeyLimits;
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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
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
  private final KeyLimiting limiting;
  private final JsonBody body;
  private final Clock clock;

  KeyController(
      Merchants merchants, KeyIssuing keys, KeyLimiting limiting, JsonBody body, Clock clock) {
    this.merchants = merchants;
    this.keys = keys;
    this.limiting = limiting;
    this.body = body;
    this.clock = clock;
  }

  /// @param expiresAt when the key ends by itself; absent: never
  /// @param allowedAddresses networks that it may be used from; absent: from anywhere
  /// @param signingKey an Ed25519 public key, 32 bytes in base64url: calls that change something
  ///   are signed with its private half; absent: they are not
  record KeyRequest(
      @Nullable String mode,
      @Nullable String scope,
      @Nullable String expiresAt,
      @Nullable List<@Nullable String> allowedAddresses,
      @Nullable String signingKey) {}

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
    KeyLimits limits =
        KeyLimitsReading.read(
            new Sent(request.expiresAt(), request.allowedAddresses(), request.signingKey()),
            scope.orElse(KeyScope.SECRET),
            clock.instant(),
            errors);
    errors.throwIfAny();
    Wanted key = new Wanted(mode.orElseThrow(), scope.orElseThrow(), limits);
    return NewKey.of(keys.issue(id, key, Actors.of(caller, exchange)).orElseThrow());
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

  /// What is to change. What is left out stays as it is; null takes a limit away. Mode and scope do
  /// not change: they are written in the key.
  record KeyChange(
      @Nullable String expiresAt,
      @Nullable List<@Nullable String> allowedAddresses,
      @Nullable String signingKey) {}

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = KeyChange.class))))
  @PatchMapping("/v1/merchants/{id}/api-keys/{keyId}")
  KeyAnswer change(
      Caller caller,
      @PathVariable String id,
      @PathVariable String keyId,
      ServerWebExchange exchange) {
    MerchantAccess.administer(caller, id);
    ApiKey key = merchant(id).key(keyId).orElseThrow(() -> ProblemException.of(404, "not_found"));
    JsonBody.Change<KeyChange> sent = body.readChange(exchange, KeyChange.class);
    KeyChange to = sent.body();
    FieldErrors errors = new FieldErrors();
    UnaryOperator<KeyLimits> change =
        KeyLimitsReading.change(
            sent.named(),
            new Sent(to.expiresAt(), to.allowedAddresses(), to.signingKey()),
            key.scope(),
            clock.instant(),
            errors);
    errors.throwIfAny();
    Outcome outcome =
        limiting
            .change(id, keyId, change, Actors.of(caller, exchange))
            .orElseThrow(() -> ProblemException.of(404, "not_found"));
    return switch (outcome) {
      case Outcome.Done(ApiKey changed) -> KeyAnswer.of(changed);
      case Outcome.Ended _ -> throw ProblemException.of(409, "key_ended");
    };
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
