package io.openvpos.settlement.fx.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.settlement.fx.domain.RateSheet;
import io.openvpos.settlement.fx.xml.RefusedSheetException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

public class CentralBankSheetTest {

  /// The file that ships.
  public static String sample() {
    try (InputStream file = CentralBankSheet.class.getResourceAsStream("/fx/tcmb-sample.xml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theSampleIsRead() {
    RateSheet sheet = read(sample());
    assertThat(sheet.date()).isEqualTo(LocalDate.parse("2026-11-26"));
    assertThat(sheet.bulletin()).isEqualTo("2026/224");
    assertThat(sheet.rates().keySet()).containsExactly("EUR", "GBP", "USD");
    assertThat(sheet.of("USD").orElseThrow().buying()).isEqualTo("48.1235");
    assertThat(sheet.of("GBP").orElseThrow().selling()).isEqualTo("63.7413");
  }

  @Test
  void anOldEncodingIsRead() {
    String turkish = sample().replace("UTF-8", "ISO-8859-9");
    RateSheet sheet =
        CentralBankSheet.read(turkish.getBytes(java.nio.charset.Charset.forName("ISO-8859-9")));
    assertThat(sheet).isEqualTo(read(sample()));
  }

  @Test
  void everythingWrongIsToldWithItsPlace() {
    String broken =
        sample()
            .replace("Tarih=\"26.11.2026\"", "Tarih=\"31.02.2026\"")
            .replace("<ForexBuying>48.1235</ForexBuying>", "<ForexBuying>48,1235</ForexBuying>")
            .replace("<ForexSelling>55.9353</ForexSelling>", "<ForexSelling>5.9353</ForexSelling>")
            .replace("<ForexBuying>63.4107</ForexBuying>", "<ForexBuying/>");
    assertThat(faults(broken))
        .containsExactly(
            new Fault("/Tarih_Date/@Tarih", "invalid_format"),
            new Fault("/Tarih_Date/Currency/0/ForexBuying", "invalid"),
            new Fault("/Tarih_Date/Currency/1/ForexSelling", "below_buying"),
            new Fault("/Tarih_Date/Currency/2/ForexBuying", "required"));
  }

  @Test
  void twoDatesAndMissingOrRepeatedCurrenciesAreFaults() {
    assertThat(faults(sample().replace("11/26/2026", "11/27/2026")))
        .containsExactly(new Fault("/Tarih_Date/@Date", "dates_differ"));
    assertThat(faults(sample().replace("CurrencyCode=\"GBP\"", "CurrencyCode=\"GBX\"")))
        .containsExactly(new Fault("/Tarih_Date/Currency", "currency_missing"));
    assertThat(faults(sample().replace("CurrencyCode=\"JPY\"", "CurrencyCode=\"USD\"")))
        .containsExactly(new Fault("/Tarih_Date/Currency/3/@CurrencyCode", "duplicate_currency"));
    assertThat(faults(sample().replaceAll("<ForexBuying>48.1235", "<ForexBuying>0.0000")))
        .containsExactly(new Fault("/Tarih_Date/Currency/0/ForexBuying", "invalid"));
  }

  @Test
  void noEntityIsRead() {
    String body = sample().substring(sample().indexOf("<Tarih_Date"));
    String entity =
        "<?xml version=\"1.0\"?><!DOCTYPE Tarih_Date [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    assertThat(malformed(entity + body.replace("48.1235", "&x;"))).isTrue();
    assertThat(malformed(entity + body)).isTrue();
    String laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE Tarih_Date [<!ENTITY a \"1\"><!ENTITY b \"&a;&a;\">]>";
    assertThat(malformed(laughs + body.replace("48.1235", "&b;"))).isTrue();
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertThat(malformed("")).isTrue();
    assertThat(malformed("{}")).isTrue();
    assertThat(malformed("<html/>")).isTrue();
    assertThat(malformed(sample().substring(0, 900))).isTrue();
    assertThat(
            malformed(
                "<Tarih_Date Tarih=\"26.11.2026\">" + "<Currency/>".repeat(300) + "</Tarih_Date>"))
        .isTrue();
    assertThat(
            malformed(
                sample()
                    .replace(
                        "<Unit>1</Unit>",
                        "<Unit>" + "<a>".repeat(9) + "</a>".repeat(9) + "</Unit>")))
        .isTrue();
  }

  /// Whatever is damaged, it is a table or refused.
  @Test
  void damageIsNoCrash() {
    long seed = Long.getLong("seed", 20_261_127L);
    SplittableRandom random = new SplittableRandom(seed);
    byte[] whole = sample().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 1_500; i++) {
      byte[] damaged = whole.clone();
      for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        CentralBankSheet.read(damaged);
      } catch (RefusedSheetException refused) {
        assertThat(refused.faults()).as("seed %d", seed).isNotEmpty();
      }
    }
  }

  private static RateSheet read(String xml) {
    return CentralBankSheet.read(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean malformed(String xml) {
    return faults(xml).equals(List.of(new Fault("/", "malformed_xml")));
  }

  private static List<Fault> faults(String xml) {
    return Objects.requireNonNull(
            catchThrowableOfType(RefusedSheetException.class, () -> read(xml)))
        .faults();
  }
}
