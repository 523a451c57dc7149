package io.openvpos.authorization.threeds.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.fakes.Fuzz;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// Whatever the directory server or a browser sends is read, or refused by an EMV code that repeats
/// nothing of it.
class MessageFuzzTest {

  private static final String OURS = "50000000-0000-4000-8000-000000000001";

  @Test
  void anyTextIsAResultOrRefused() {
    Fuzz.run(
        "rreq",
        input ->
            assertThat(ResultsRequest.read(new String(input, UTF_8)).answer())
                .containsKey("messageType"),
        MessageFuzzTest::isRefusal);
  }

  @Test
  void anyTextIsAnAnswerOrRefused() {
    Fuzz.run(
        "ares",
        input -> AuthenticationResponse.read(new String(input, UTF_8), OURS),
        MessageFuzzTest::isRefusal);
  }

  @Test
  void anythingABrowserBringsIsAChallengesEndOrRefused() {
    Fuzz.run(
        "cres",
        input -> {
          String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(input);
          ChallengeResponse.read(encoded);
        },
        MessageFuzzTest::isRefusal);
    Fuzz.run(
        "cres",
        input -> ChallengeResponse.read(new String(input, UTF_8)),
        MessageFuzzTest::isRefusal);
  }

  private static boolean isRefusal(Exception e) {
    return e instanceof ProtocolException refused && refused.detail().matches("[A-Za-z]{1,40}");
  }
}
