package io.openvpos.settlement.payout.domain;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PayoutIdTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");

  /// Made by another implementation: Python's uuid.uuid5(uuid.NAMESPACE_URL, name).
  @Test
  void isTheVersion5UuidInTheUrlNameSpace() {
    assertThat(PayoutId.version5("http://www.example.com/"))
        .isEqualTo("fcde3c852270590f9e7cee003d65e0e2");
    assertThat(PayoutId.of(HEAD, D, 0)).isEqualTo("371e63f3a1cf59ffafacbd69ed078e17");
    assertThat(PayoutId.of(HEAD, D, 1)).isEqualTo("e9a8a265d14c5fef968dc61307d277df");
  }

  @Test
  void fitsIntoAnEndToEndId() {
    assertThat(PayoutId.of(HEAD, D, 0)).hasSizeLessThanOrEqualTo(35).matches("[0-9a-f]{32}");
  }
}
