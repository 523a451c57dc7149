package io.openvpos.merchant.sitecheck.domain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.sitecheck.domain.seen.Link;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GİZLİLİK",
        "gizlilik",
        "GIZLILIK",
        "gızlılık",
        "Gi\u0307zlilik",
        "Giz\u00ADlilik"
      })
  void everyWayToWriteItIsOneWord(String written) {
    assertThat(Folding.fold(Folding.clean(written))).isEqualTo("gizlilik");
  }

  @Test
  void everyLetterStaysInItsPlace() {
    String clean = Folding.clean("  Şirketimiz:\u00A0ÇINAR  KIRTASİYE — Île ");

    assertThat(clean).isEqualTo("Şirketimiz: ÇINAR KIRTASİYE — Île");
    assertThat(Folding.fold(clean))
        .isEqualTo("sirketimiz: cinar kirtasiye — ile")
        .hasSameSizeAs(clean);
  }

  @ParameterizedTest
  @CsvSource({
    "RETURNS, İADE ve değişim, true",
    "RETURNS, iadeli taahhütlü, false",
    "RETURNS, riyade, false",
    "BASKET, SEPETİM, true",
    "KEEP_OFF, silgi, false",
    "KEEP_OFF, sil, true",
    "DISTANCE_SALES, MesafeliSatisSozlesmesi, true",
    "LOG_IN, ÜYE GİRİŞİ, true"
  })
  void aPhraseIsFoundFromTheStartOfAWord(Words words, String text, boolean found) {
    assertThat(words.names(new Link(URI.create("https://s.example/x"), text, ""))).isEqualTo(found);
  }

  @Test
  void aLinkIsNamedByWhereItLeadsToo() {
    URI address = URI.create("https://s.example/pages/Mesafeli-Sat%C4%B1%C5%9F_Sozlesmesi.html");

    assertThat(Words.DISTANCE_SALES.names(address)).isTrue();
  }
}
