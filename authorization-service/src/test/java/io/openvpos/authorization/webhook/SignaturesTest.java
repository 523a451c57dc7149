package io.openvpos.authorization.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Signatures as the reference library of Standard Webhooks reads them.
final class SignaturesTest {

  private static final long SEED = 20_261_127;

  /// The library compares with its own clock.
  private final Instant now = Clock.systemUTC().instant();

  @Test
  void theVectorOfTheSpecificationIsMet() {
    String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    byte[] body = "{\"test\": 2432232314}".getBytes(UTF_8);

    Map<String, String> headers =
        Signatures.headers(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1_614_265_330),
            body,
            List.of(secret));

    assertThat(headers)
        .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void theReferenceLibraryAcceptsAnyBodyAndSecret() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      String secret = Signatures.newSecret(new SecureRandom());
      byte[] noise = new byte[random.nextInt(2_000)];
      random.nextBytes(noise);
      String body = "{\"şöför\":\"" + Base64.getEncoder().encodeToString(noise) + "\"}";

      Map<String, String> headers =
          Signatures.headers("msg_" + i, now, body.getBytes(UTF_8), List.of(secret));

      assertThatCode(() -> new Webhook(secret).verify(body, read(headers)))
          .as("seed %d, case %d", SEED, i)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void bothSecretsVerifyWhileTheyOverlap() {
    String fresh = Signatures.newSecret(new SecureRandom());
    String old = Signatures.newSecret(new SecureRandom());

    Map<String, String> headers =
        Signatures.headers("msg_1", now, "{}".getBytes(UTF_8), List.of(fresh, old));

    assertThat(headers.get("webhook-signature")).contains(" ");
    assertThatCode(() -> new Webhook(fresh).verify("{}", read(headers))).doesNotThrowAnyException();
    assertThatCode(() -> new Webhook(old).verify("{}", read(headers))).doesNotThrowAnyException();
  }

  @Test
  void aChangedBodyIsRefused() {
    String secret = Signatures.newSecret(new SecureRandom());

    Map<String, String> headers =
        Signatures.headers("msg_1", now, "{\"a\":1}".getBytes(UTF_8), List.of(secret));

    assertThatExceptionOfType(WebhookVerificationException.class)
        .isThrownBy(() -> new Webhook(secret).verify("{\"a\":2}", read(headers)));
  }

  private static HttpHeaders read(Map<String, String> headers) {
    Map<String, List<String>> many =
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    return HttpHeaders.of(many, (name, value) -> true);
  }
}
