package io.openvpos.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4155650100416111",
        "kart 4155-6501 0041.6111, Ayşe",
        "1 4155650100416111",
        "4155650100416111 99",
        "1234567890123"
      })
  void aLongRunOfDigitsMayBeOne(String text) {
    assertThat(CardNumbers.mayBeIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RRN 4XK2M9Q07TZB", "123456789012", "4155650100  416111", "6111"})
  void whatIsShorterOrBrokenUpIsNone(String text) {
    assertThat(CardNumbers.mayBeIn(text)).isFalse();
  }
}
