package io.openvpos.authorization.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.openvpos.authorization.fakes.Fuzz;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The reference library takes what we signed, and nothing that was changed on the way.
class SignatureFuzzTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_5f1c0e";

  private final Instant now = Clock.systemUTC().instant();

  @Test
  void aChangedBodyIsNotBelieved() throws Exception {
    Webhook reader = new Webhook(SECRET);
    String sent = "{\"type\":\"payment.captured\"}";
    Map<String, String> headers =
        Signatures.headers(ID, now, sent.getBytes(UTF_8), List.of(SECRET));
    reader.verify(sent, read(headers));
    Fuzz.run(
        "webhook",
        input -> {
          String body = new String(input, UTF_8);
          if (!body.equals(sent)) {
            reader.verify(body, read(headers));
            throw new IllegalStateException("believed: " + body);
          }
        },
        WebhookVerificationException.class::isInstance);
  }

  @Test
  void anyBodyThatWeSignIsBelieved() throws Exception {
    Webhook reader = new Webhook(SECRET);
    Fuzz.run(
        "webhook",
        input -> {
          String body = new String(input, UTF_8);
          reader.verify(
              body, read(Signatures.headers(ID, now, body.getBytes(UTF_8), List.of(SECRET))));
        },
        _ -> false);
  }

  private static HttpHeaders read(Map<String, String> headers) {
    return HttpHeaders.of(
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue()))),
        (_, _) -> true);
  }
}
