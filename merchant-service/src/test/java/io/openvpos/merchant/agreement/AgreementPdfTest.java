package io.openvpos.merchant.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.PayoutTerms;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
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

  @Test
  void saysInWhichCurrencyAndFromWhichAmountOnItPays() throws IOException {
    ContractTerms demo = ContractTerms.demo();
    assertThat(text(write("VP-1", Locale.ENGLISH)))
        .contains("paid in its own currency", "Any amount due");
    ContractTerms lira = demo.paidBy(new PayoutTerms(true, Map.of("TRY", 1_500_00L, "USD", 0L)));
    String turkish = text(write("VP-1", TURKISH, lira));

    assertThat(turkish.replaceAll("\\s+", " "))
        .contains("Türk lirası olarak ödenir", "1.500,00 TRY altındaysa")
        .doesNotContain("agreement.", "USD altında");
  }

  private byte[] write(String reference, Locale language) {
    return write(reference, language, ContractTerms.demo());
  }

  private byte[] write(String reference, Locale language, ContractTerms terms) {
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
    return agreements.write(party, terms, language, AT);
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
