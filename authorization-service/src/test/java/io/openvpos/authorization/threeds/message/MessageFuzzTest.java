package io.openvpos.authorization.threeds.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.fakes.Fuzz;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// Whatever the directory server or a browser sends is read, or refused by an EMV code that repeats
/// nothing of it.
public final class MessageFuzzTest {

  private static final String OURS = "50000000-0000-4000-8000-000000000001";

  public static final Fuzz.Target RESULT =
      new Fuzz.Target(
          "rreq",
          input ->
              assertThat(ResultsRequest.read(new String(input, UTF_8)).answer())
                  .containsKey("messageType"),
          MessageFuzzTest::isRefusal);

  public static final Fuzz.Target ANSWER =
      new Fuzz.Target(
          "ares",
          input -> AuthenticationResponse.read(new String(input, UTF_8), OURS),
          MessageFuzzTest::isRefusal);

  public static final Fuzz.Target CHALLENGE =
      new Fuzz.Target(
          "cres",
          input ->
              ChallengeResponse.read(Base64.getUrlEncoder().withoutPadding().encodeToString(input)),
          MessageFuzzTest::isRefusal);

  public static final Fuzz.Target ENCODED_CHALLENGE =
      new Fuzz.Target(
          "cres",
          input -> ChallengeResponse.read(new String(input, UTF_8)),
          MessageFuzzTest::isRefusal);

  @Test
  void anyTextIsAResultOrRefused() {
    RESULT.run();
  }

  @Test
  void anyTextIsAnAnswerOrRefused() {
    ANSWER.run();
  }

  @Test
  void anythingABrowserBringsIsAChallengesEndOrRefused() {
    CHALLENGE.run();
    ENCODED_CHALLENGE.run();
  }

  private static boolean isRefusal(Exception e) {
    return e instanceof ProtocolException refused && refused.detail().matches("[A-Za-z]{1,40}");
  }
}
