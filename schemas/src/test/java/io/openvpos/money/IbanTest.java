package io.openvpos.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"TR330006100519786457841326", "GB82WEST12345698765432", "DE89370400440532013000"})
  void rightOnesPass(String iban) {
    assertThat(Iban.valid(iban)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TR330006100519786457841327",
        "TR33000610051978645784132",
        "TR33 0006 1005 1978 6457 8413 26",
        "tr330006100519786457841326",
        "TRİ30006100519786457841326",
        "1234",
        ""
      })
  void wrongOnesDoNot(String iban) {
    assertThat(Iban.valid(iban)).isFalse();
  }
}
