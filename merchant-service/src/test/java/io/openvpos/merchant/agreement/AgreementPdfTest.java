package io.openvpos.merchant.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.contract.domain.ContractTerms;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class AgreementPdfTest {

  private static final Locale TURKISH = Locale.of("tr");
  private static final Instant AT = Instant.parse("2026-11-26T09:00:00Z");

  private final AgreementPdf agreements = new AgreementPdf();

  @Test
  void saysWhoAndAtWhichPrices() throws IOException {
    String text = text(write("VP-1", TURKISH));

    assertThat(text)
        .contains("Sanal POS Üye İşyeri Sözleşmesi")
        .contains("Çınar Kırtasiye Ltd. Şti.")
        .contains("TR330006100519786457841326")
        .contains("%2,00")
        .contains("yalnızca Bankanın ödeme sayfasında")
        .doesNotContain("agreement.clause", "agreement.party", "agreement.class");
  }

  @Test
  void saysTheSameInEnglish() throws IOException {
    assertThat(text(write("VP-1", Locale.ENGLISH)))
        .contains("Virtual POS Merchant Agreement")
        .contains("Bank's payment page only")
        .contains("2.00%")
        .doesNotContain("agreement.clause", "agreement.party", "agreement.class");
  }

  @Test
  void theSameAgreementIsTheSameBytes() {
    byte[] first = write("VP-1", TURKISH);

    assertThat(Arrays.equals(first, write("VP-1", TURKISH))).isTrue();
    assertThat(Arrays.equals(first, write("VP-2", TURKISH))).isFalse();
  }

  private byte[] write(String reference, Locale language) {
    AgreementParty party =
        new AgreementParty(
            reference,
            "Çınar Kırtasiye Ltd. Şti.",
            "4540536920",
            "Kadıköy",
            "Bağdat Cad. 1, 34710 Kadıköy / İstanbul",
            "Işıl Öğüt",
            "https://cinar.test/",
            "TR330006100519786457841326",
            "5943",
            true);
    return agreements.write(party, ContractTerms.demo(), language, AT);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PdfReader reader = new PdfReader(pdf)) {
      PdfTextExtractor extractor = new PdfTextExtractor(reader);
      StringBuilder text = new StringBuilder();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        text.append(extractor.getTextFromPage(page)).append('\n');
      }
      return text.toString();
    }
  }
}
