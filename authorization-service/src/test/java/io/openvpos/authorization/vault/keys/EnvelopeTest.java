package io.openvpos.authorization.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

  private static final String CARD = "4155650100416111";
  private static final String OWNER = "tok_1|mrc_1|test";

  /// The key and the wrapped key are of RFC 3394, 4.6; the whole was made with another library.
  private static final String DATA_KEY =
      "00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f";

  private static final String NONCE = "cafebabefacedbaddecaf888";
  private static final String KNOWN =
      "AQJrMSjJ9ATEuBD0y8yzXPuH+CY/V4bi2A7TJsvH8OcamfQ7+5iLm3oC3SHK/rq++s7brd7K+IiE/+7RwsXWnc/x"
          + "lLQHVdQce5VNxfrsGmNdMPjSbsvTKw==";

  private final Envelope envelopes = new Envelope(TestKeys.keys("k1"), new SecureRandom());

  @Test
  void sealsToTheKnownAnswer() {
    var scripted = new ScriptedRandom(DATA_KEY, NONCE);

    String sealed = new Envelope(TestKeys.keys("k1"), scripted).seal(CARD, OWNER);

    assertThat(sealed).isEqualTo(KNOWN);
    assertThat(envelopes.open(KNOWN, OWNER)).isEqualTo(CARD);
  }

  @Test
  void everySealIsAnother() {
    String first = envelopes.seal(CARD, OWNER);
    String second = envelopes.seal(CARD, OWNER);

    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void anyChangedByteIsRefused() {
    byte[] sealed = Base64.getDecoder().decode(KNOWN);

    for (int i = 0; i < sealed.length; i++) {
      byte[] tampered = sealed.clone();
      tampered[i] ^= 1;
      String text = Base64.getEncoder().encodeToString(tampered);
      assertThatThrownBy(() -> envelopes.open(text, OWNER))
          .as("byte %d", i)
          .isInstanceOf(UnreadableCardException.class);
    }
  }

  @Test
  void aCutOffEnvelopeIsRefused() {
    byte[] sealed = Base64.getDecoder().decode(KNOWN);

    for (int length = 0; length < sealed.length; length++) {
      String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(sealed, length));
      assertThatThrownBy(() -> envelopes.open(cut, OWNER))
          .as("length %d", length)
          .isInstanceOf(UnreadableCardException.class);
    }
  }

  @Test
  void anotherOwnerIsRefused() {
    for (String other : new String[] {"tok_2|mrc_1|test", "tok_1|mrc_2|test", "tok_1|mrc_1|live"}) {
      assertThatThrownBy(() -> envelopes.open(KNOWN, other))
          .as(other)
          .isInstanceOf(UnreadableCardException.class)
          .hasMessageNotContaining(CARD);
    }
  }

  @Test
  void rotationWrapsAnewAndLeavesTheCiphertextAlone() {
    Envelope rotated = new Envelope(TestKeys.keys("k2", "k2"), new SecureRandom());

    String rewrapped = rotated.rewrap(KNOWN);

    assertThat(rotated.open(KNOWN, OWNER)).isEqualTo(CARD);
    assertThat(rotated.isCurrent(KNOWN)).isFalse();
    assertThat(rotated.isCurrent(rewrapped)).isTrue();
    assertThat(rotated.open(rewrapped, OWNER)).isEqualTo(CARD);
    byte[] before = Base64.getDecoder().decode(KNOWN);
    byte[] after = Base64.getDecoder().decode(rewrapped);
    assertThat(Arrays.copyOfRange(after, 44, after.length))
        .isEqualTo(Arrays.copyOfRange(before, 44, before.length));
  }

  @Test
  void aMissingKeyIsNamed() {
    String sealed = new Envelope(TestKeys.keys("k2", "k2"), new SecureRandom()).seal(CARD, OWNER);

    assertThatThrownBy(() -> envelopes.open(sealed, OWNER))
        .isInstanceOf(UnreadableCardException.class)
        .hasMessageContaining("k2");
  }

  /// Gives what it is told to, in order.
  private static final class ScriptedRandom extends SecureRandom {

    private final String[] hex;
    private int next;

    ScriptedRandom(String... hex) {
      this.hex = hex;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      byte[] scripted = HexFormat.of().parseHex(hex[next++]);
      System.arraycopy(scripted, 0, bytes, 0, bytes.length);
    }
  }
}
