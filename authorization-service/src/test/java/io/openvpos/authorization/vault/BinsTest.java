package io.openvpos.authorization.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinsTest {

  private final Bins bins = new Bins();

  @ParameterizedTest
  @CsvSource({
    "41556501, visa, credit, TR, domestic_credit, Kırlangıç",
    "415565, visa, credit, TR, domestic_credit, Kırlangıç", // the one bank that lists such cards
    "41556502, visa, unknown, ZZ, foreign,",
    "55287900, mastercard, credit, TR, domestic_credit, Kırlangıç",
    "97920300, troy, credit, TR, domestic_credit,",
    "979200, troy, unknown, TR, domestic_credit,",
    "22210000, mastercard, unknown, ZZ, foreign,",
    "371234, amex, unknown, ZZ, foreign,"
  })
  void leadingDigitsTellBrandAndClass(
      String digits,
      String brand,
      String funding,
      String country,
      String cardClass,
      @Nullable String points) {
    assertThat(bins.find(digits))
        .contains(new Bins.Bin(brand, funding, country, cardClass, points));
  }

  @Test
  void whatNoRangeListsIsNotFound() {
    assertThat(bins.find("100000")).isEmpty();
  }

  @Test
  void aCardIsClassedAsItsLeadingDigitsAre() {
    Pan pan = new Pan("4155650100416111");
    BinRange ofCard = BinTable.bundled().find(pan);

    assertThat(bins.find(pan.bin()))
        .contains(
            new Bins.Bin(
                ofCard.brand(),
                ofCard.funding(),
                ofCard.country(),
                ofCard.cardClass(),
                ofCard.pointsProgram()));
  }
}
