package io.openvpos.merchant.staff.http;

import io.openvpos.merchant.staff.SignIn;
import io.openvpos.merchant.staff.TokenSigner;
import io.openvpos.merchant.staff.User;
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

  /// bcrypt reads no more than 72 bytes; longer passwords are refused rather than cut.
  private static final int MAX_PASSWORD = 72;

  private final SignIn signIn;
  private final RateLimits limits;
  private final JsonBody body;

  SessionController(SignIn signIn, RateLimits limits, JsonBody body) {
    this.signIn = signIn;
    this.limits = limits;
    this.body = body;
  }

  record SessionRequest(@Nullable String email, @Nullable String password) {
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
    String password = given("/password", request.password(), MAX_PASSWORD);
    String account = User.normalized(email);
    limits.checkPassword(account);
    String token =
        signIn
            .token(email, password)
            .orElseThrow(() -> ProblemException.of(401, "unauthenticated"));
    limits.signedIn(account);
    return new Session(token, TokenSigner.LIFETIME.toSeconds());
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
