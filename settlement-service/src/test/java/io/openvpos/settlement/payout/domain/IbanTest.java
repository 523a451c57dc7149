package io.openvpos.settlement.payout.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IbanTest {

  @Test
  void countryLengthAndCheckDigitsCount() {
    assertThat(Iban.valid("TR330006100519786457841326")).isTrue();
    assertThat(Iban.valid("DE89370400440532013000")).isTrue();
    for (String wrong :
        List.of(
            "",
            "TR",
            "TR340006100519786457841326",
            "TR33000610051978645784132",
            "tr330006100519786457841326",
            "TR33 0006 1005 1978 6457 8413 26",
            "TRİ30006100519786457841326")) {
      assertThat(Iban.valid(wrong)).as(wrong).isFalse();
    }
  }
}
