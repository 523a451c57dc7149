package io.openvpos.authorization.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.openvpos.authorization.fakes.Fuzz;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The reference library takes what we signed, and nothing that was changed on the way.
public final class SignatureFuzzTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_5f1c0e";
  private static final String SENT = "{\"type\":\"payment.captured\"}";

  public static final Fuzz.Target CHANGED =
      new Fuzz.Target(
          "webhook",
          input -> {
            String body = new String(input, UTF_8);
            if (!body.equals(SENT)) {
              new Webhook(SECRET).verify(body, headers(SENT));
              throw new IllegalStateException("believed: " + body);
            }
          },
          WebhookVerificationException.class::isInstance);

  public static final Fuzz.Target SIGNED =
      new Fuzz.Target(
          "webhook",
          input -> {
            String body = new String(input, UTF_8);
            new Webhook(SECRET).verify(body, headers(body));
          },
          _ -> false);

  @Test
  void aChangedBodyIsNotBelieved() throws Exception {
    new Webhook(SECRET).verify(SENT, headers(SENT));
    CHANGED.run();
  }

  @Test
  void anyBodyThatWeSignIsBelieved() {
    SIGNED.run();
  }

  /// What we send with a body, as the shop's server gets it.
  private static HttpHeaders headers(String body) {
    Map<String, String> headers =
        Signatures.headers(ID, Clock.systemUTC().instant(), body.getBytes(UTF_8), List.of(SECRET));
    return HttpHeaders.of(
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue()))),
        (_, _) -> true);
  }
}
