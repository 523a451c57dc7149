package io.openvpos.messaging.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaffTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String HEADER = "{\"alg\":\"EdDSA\",\"kid\":\"k1\"}";

  private final KeyPair keys = generated();
  private final StaffTokens tokens =
      new StaffTokens(
          id -> id.equals("k1") ? Optional.of(keys.getPublic()) : Optional.empty(),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aTokenOfThePlatformTellsWhoCalls() throws Exception {
    Optional<Caller.Staff> staff = tokens.read(signed(HEADER, claims("open-vpos", NOW, 60)));

    assertThat(staff)
        .contains(new Caller.Staff("finance@acquirer.test", Set.of(Role.ACQUIRER_FINANCE), null));
  }

  @Test
  void anExpiredTokenIsNobody() throws Exception {
    assertThat(tokens.read(signed(HEADER, claims("open-vpos", NOW, 0)))).isEmpty();
  }

  @Test
  void aTokenForAnotherAudienceIsNobody() throws Exception {
    assertThat(tokens.read(signed(HEADER, claims("somewhere-else", NOW, 60)))).isEmpty();
  }

  @Test
  void aChangedTokenIsNobody() throws Exception {
    String token = signed(HEADER, claims("open-vpos", NOW, 60));
    String[] parts = token.split("\\.", -1);
    String other = encoded(claims("open-vpos", NOW, 600));

    assertThat(tokens.read(parts[0] + "." + other + "." + parts[2])).isEmpty();
  }

  @Test
  void anUnsignedTokenIsNobody() {
    String header = encoded("{\"alg\":\"none\"}");

    assertThat(tokens.read(header + "." + encoded(claims("open-vpos", NOW, 60)) + ".")).isEmpty();
    assertThat(tokens.read("nonsense")).isEmpty();
  }

  @Test
  void aKeySurvivesTheWayThroughItsJwk() throws Exception {
    assertThat(Ed25519.fromJwk(Ed25519.toJwk(keys.getPublic()))).isEqualTo(keys.getPublic());
  }

  private String signed(String header, String claims) throws Exception {
    String input = encoded(header) + "." + encoded(claims);
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(keys.getPrivate());
    signer.update(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
  }

  private static String claims(String audience, Instant now, int seconds) {
    return """
    {"iss":"open-vpos","aud":"%s","sub":"finance@acquirer.test","exp":%d,
     "roles":["acquirer_finance"]}\
    """
        .formatted(audience, now.getEpochSecond() + seconds);
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static KeyPair generated() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
