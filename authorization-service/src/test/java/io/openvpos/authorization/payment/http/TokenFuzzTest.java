package io.openvpos.authorization.payment.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.fakes.Fuzz;
import io.openvpos.messaging.access.StaffTokens;
import io.openvpos.messaging.http.ProblemException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whatever is sent for a card's token is a card or a problem that repeats no number; whatever is
/// shown as somebody's token is somebody or nobody.
public final class TokenFuzzTest {

  private static final String HEADER =
      encoded("{\"alg\":\"EdDSA\",\"kid\":\"k1\"}".getBytes(UTF_8));
  private static final KeyPair KEYS = generated();
  private static final StaffTokens STAFF =
      new StaffTokens(
          id -> id.equals("k1") ? Optional.of(KEYS.getPublic()) : Optional.empty(),
          Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC));

  public static final Fuzz.Target CARD_TOKEN =
      new Fuzz.Target(
          "token",
          input ->
              assertThat(TokenController.Asked.of(new RequestBody(input)).card())
                  .hasToString("SubmittedCard[****]"),
          TokenFuzzTest::isProblem);

  public static final Fuzz.Target STRANGERS_TOKEN =
      new Fuzz.Target(
          "bearer",
          input -> assertThat(STAFF.read(new String(input, UTF_8))).isEmpty(),
          _ -> false);

  public static final Fuzz.Target SIGNED_CLAIMS =
      new Fuzz.Target(
          "claims",
          input ->
              STAFF
                  .read(signed(HEADER + "." + encoded(input)))
                  .ifPresent(one -> assertThat(one.subject()).isNotNull()),
          _ -> false);

  @Test
  void anyBodyIsACardsTokenOrAProblem() {
    CARD_TOKEN.run();
  }

  @Test
  void anyTextThatWeDidNotSignIsNobody() {
    STRANGERS_TOKEN.run();
  }

  @Test
  void anyClaimsThatWeSignedAreSomebodyOrNobody() {
    SIGNED_CLAIMS.run();
  }

  private static boolean isProblem(Exception e) {
    return e instanceof ProblemException problem
        && problem.status() == 400
        && problem.fields().stream().noneMatch(one -> one.pointer().matches(".*(\\d.*){7}"));
  }

  private static String signed(String text) throws GeneralSecurityException {
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(KEYS.getPrivate());
    signer.update(text.getBytes(US_ASCII));
    return text + "." + encoded(signer.sign());
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static KeyPair generated() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
