package io.openvpos.merchant.staff.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

  @ParameterizedTest
  @CsvSource({
    "kısa parola, password_short",
    "'elevenchars', password_short",
    "galatasaray1905, password_common",
    "Password1234, password_common",
    "aaaaaaaaaaaaaaaa, password_common",
    "abababababababab, password_common",
    "AYSE.YILMAZ@shop.test, password_personal",
    "ayse.yilmaz12, password_personal",
    "Ayşe Yılmaz Kaya, password_personal",
    "ayşeyılmazkaya, password_personal"
  })
  void refusesWhatIsShortCommonOrOnesOwn(String password, String fault) {
    assertThat(PasswordRules.fault(password, "ayse.yilmaz@shop.test", "Ayşe Yılmaz Kaya"))
        .contains(fault);
  }

  @ParameterizedTest
  @CsvSource({"üç küçük kedi yağmurda", "correct battery", "ŞİFREM-ÇOK-UZUN-VE-GÜZEL"})
  void takesWhatIsLong(String password) {
    assertThat(PasswordRules.fault(password, "ayse@shop.test", "Ayşe")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ı, 36, true", "ı, 37, false"})
  void countsBytesAsBcryptDoes(String letter, int times, boolean taken) {
    String password = ("çğöşü" + letter.repeat(times)).substring(0, times);
    assertThat(PasswordRules.fault(password, "a@shop.test", "").isEmpty()).isEqualTo(taken);
  }
}
