package io.openvpos.merchant.staff.http;

import io.openvpos.merchant.staff.SignIn;
import io.openvpos.merchant.staff.TokenSigner;
import io.openvpos.messaging.http.ProblemException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// POST /v1/sessions: public, since it is how one becomes known.
@RestController
final class SessionController {

  private static final int MAX_LENGTH = 254;

  /// bcrypt reads no more than 72 bytes; longer passwords are refused rather than cut.
  private static final int MAX_PASSWORD = 72;

  private final SignIn signIn;

  SessionController(SignIn signIn) {
    this.signIn = signIn;
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

  @PostMapping("/v1/sessions")
  @ResponseStatus(HttpStatus.CREATED)
  Session open(@RequestBody SessionRequest request) {
    String email = given("/email", request.email(), MAX_LENGTH);
    String password = given("/password", request.password(), MAX_PASSWORD);
    return signIn
        .token(email, password)
        .map(token -> new Session(token, TokenSigner.LIFETIME.toSeconds()))
        .orElseThrow(() -> ProblemException.of(401, "unauthenticated"));
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
