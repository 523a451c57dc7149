package io.openvpos.merchant.staff.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The test vectors of RFC 6238 (appendix B), of which six digits are the last six of eight.
class TotpTest {

  private static final String SECRET =
      Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  private final Totp totp = new Totp();

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void givesTheCodesOfTheStandard(long second, String eightDigits) {
    Instant at = Instant.ofEpochSecond(second);
    String code = eightDigits.substring(2);

    assertThat(totp.at(SECRET, Totp.stepOf(at))).isEqualTo(code);
    assertThat(totp.accepted(SECRET, code, at, 0)).hasValue(Totp.stepOf(at));
  }

  @Test
  void takesTheStepBeforeAndAfterAndNoOther() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    long step = Totp.stepOf(now);

    for (long offset = -3; offset <= 3; offset++) {
      boolean taken = totp.accepted(SECRET, totp.at(SECRET, step + offset), now, 0).isPresent();
      assertThat(taken).as("offset %d", offset).isEqualTo(Math.abs(offset) <= 1);
    }
  }

  @Test
  void neverTakesAStepAgainNorAnOlderOne() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    long step = Totp.stepOf(now);

    assertThat(totp.accepted(SECRET, totp.at(SECRET, step), now, step)).isEmpty();
    assertThat(totp.accepted(SECRET, totp.at(SECRET, step - 1), now, step)).isEmpty();
    assertThat(totp.accepted(SECRET, totp.at(SECRET, step + 1), now, step)).hasValue(step + 1);
  }

  @Test
  void base32IsReadAsItIsWritten() {
    Random random = new Random(6238);
    for (int length = 1; length < 60; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(Base32.decode(Base32.encode(bytes))).isEqualTo(bytes);
    }
    assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
  }
}
