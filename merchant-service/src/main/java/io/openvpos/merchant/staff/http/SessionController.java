package io.openvpos.merchant.staff.http;

import io.openvpos.merchant.staff.SignIn;
import io.openvpos.merchant.staff.SignIn.Outcome;
import io.openvpos.merchant.staff.TokenSigner;
import io.openvpos.merchant.staff.domain.PasswordRules;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.limits.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// POST /v1/sessions: public, since it is how one becomes known.
@RestController
final class SessionController {

  private static final int MAX_LENGTH = 254;
  private static final int MAX_CODE = 40;

  private final SignIn signIn;
  private final TokenSigner signer;
  private final RateLimits limits;
  private final JsonBody body;

  SessionController(SignIn signIn, TokenSigner signer, RateLimits limits, JsonBody body) {
    this.signIn = signIn;
    this.signer = signer;
    this.limits = limits;
    this.body = body;
  }

  /// @param code of the second factor, for those who have one
  record SessionRequest(@Nullable String email, @Nullable String password, @Nullable String code) {
    @Override
    public String toString() {
      return "SessionRequest[" + email + "]";
    }
  }

  record Session(String accessToken, long expiresIn) {
    @Override
    public String toString() {
      return "Session";
    }
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = SessionRequest.class))))
  @PostMapping("/v1/sessions")
  @ResponseStatus(HttpStatus.CREATED)
  Session open(ServerWebExchange exchange) {
    limits.checkSignIn(exchange.getRequest());
    SessionRequest request = body.read(exchange, SessionRequest.class);
    String email = given("/email", request.email(), MAX_LENGTH);
    String password = given("/password", request.password(), PasswordRules.MOST_BYTES);
    String account = User.normalized(email);
    limits.checkPassword(account);
    String code = request.code() == null ? "" : given("/code", request.code(), MAX_CODE);
    User user = passed(signIn.attempt(email, password, code));
    limits.signedIn(account);
    return new Session(signer.sign(user), TokenSigner.LIFETIME.toSeconds());
  }

  private static User passed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed passed -> passed.user();
      case Outcome.CodeRequired _ -> throw ProblemException.of(401, "second_factor_required");
      case Outcome.Wrong _ -> throw ProblemException.of(401, "unauthenticated");
    };
  }

  private static String given(String pointer, @Nullable String value, int max) {
    if (value == null || value.isBlank()) {
      throw ProblemException.of(400, "validation_failed").field(pointer, "required");
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > max) {
      throw ProblemException.of(400, "validation_failed").field(pointer, "too_long");
    }
    return value;
  }
}
