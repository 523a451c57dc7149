package io.openvpos.merchant.application.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"1234567890", "4540536920"})
  void knownCompanyNumbersAreRight(String number) {
    assertThat(TaxNumber.isCompany(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567891", "123456789", "12345678901", "123456789O", "١٢٣٤٥٦٧٨٩٠"})
  void othersAreNot(String number) {
    assertThat(TaxNumber.isCompany(number)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10000000146"})
  void aKnownPersonsNumberIsRight(String number) {
    assertThat(TaxNumber.isPerson(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345678909", "00000000000", "1000000014", "10000000147"})
  void otherPersonsNumbersAreNot(String number) {
    assertThat(TaxNumber.isPerson(number)).isFalse();
  }

  @Test
  void oneWrongDigitIsFound() {
    String right = "10000000146";
    for (int place = 0; place < right.length(); place++) {
      char other = (char) ('0' + (right.charAt(place) - '0' + 1) % 10);
      String wrong = right.substring(0, place) + other + right.substring(place + 1);
      assertThat(TaxNumber.isPerson(wrong)).as(wrong).isFalse();
    }
  }

  @Test
  void aCompanyHasNoPersonsNumber() {
    assertThat(CompanyType.LIMITED.goesBy("10000000146")).isFalse();
    assertThat(CompanyType.SOLE_PROPRIETOR.goesBy("10000000146")).isTrue();
    assertThat(CompanyType.SOLE_PROPRIETOR.goesBy("4540536920")).isTrue();
  }
}
