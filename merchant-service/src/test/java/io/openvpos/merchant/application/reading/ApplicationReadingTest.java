package io.openvpos.merchant.application.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.http.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class ApplicationReadingTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Test
  void aRightFormIsReadAsItWasMeant() {
    var form = ApplicationReading.read(request(right()), new FieldErrors()).orElseThrow().form();

    assertThat(form.title()).isEqualTo("Çınar Kırtasiye Ltd. Şti.");
    assertThat(form.iban()).isEqualTo("TR330006100519786457841326");
    assertThat(form.contact().phone()).isEqualTo("+905321234567");
    assertThat(form.site().address()).hasToString("https://xn--nar-1la48a.com.tr/shop");
    assertThat(form.language()).isEqualTo("tr");
  }

  @Test
  void anEmptyFormIsToldEverythingThatIsMissingOnce() {
    assertThat(faults(new TreeMap<>()))
        .containsExactlyInAnyOrder(
            "/company_type required",
            "/title required",
            "/tax_number required",
            "/tax_office required",
            "/contact/name required",
            "/contact/email required",
            "/contact/phone required",
            "/address/line required",
            "/address/district required",
            "/address/city required",
            "/address/postal_code required",
            "/audience required",
            "/site/url required",
            "/expected_monthly_turnover required",
            "/mcc required",
            "/iban required",
            "/currencies required");
  }

  @ParameterizedTest
  @CsvSource({
    "company_type, holding, /company_type invalid",
    "tax_number, 1234567891, /tax_number invalid_tax_number",
    "tax_number, 10000000146, /tax_number invalid_tax_number",
    "iban, TR330006100519786457841327, /iban invalid_turkish_iban",
    "iban, DE89370400440532013000, /iban invalid_turkish_iban",
    "mcc, 594, /mcc invalid_format",
    "audience, everybody, /audience invalid",
    "language, de, /language invalid"
  })
  void oneWrongFieldIsOneError(String field, String value, String expected) {
    Map<String, Object> sent = right();
    sent.put(field, value);

    assertThat(faults(sent)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://cinar.test, /site/url invalid_url",
    "https://user:secret@cinar.test/, /site/url invalid_url",
    "not a url, /site/url invalid_url",
    "javascript:alert(1), /site/url invalid_url",
    "https://cinar.test/#top, /site/url invalid_url"
  })
  void onlyAWebAddressIsASite(String url, String expected) {
    Map<String, Object> sent = right();
    sent.put("site", Map.of("url", url));

    assertThat(faults(sent)).containsExactly(expected);
  }

  @Test
  void aShopForDealersNamesAUserForTheCheck() {
    Map<String, Object> sent = right();
    sent.put("audience", "dealers");

    assertThat(faults(sent))
        .containsExactly(
            "/site/test_user required_for_dealers", "/site/test_password required_for_dealers");
  }

  @Test
  void hugeAmountsAndTextsAreRefused() {
    Map<String, Object> sent = right();
    sent.put("expected_monthly_turnover", Long.MAX_VALUE);
    sent.put("title", "Ş".repeat(141));
    sent.put("tax_office", "Kadı\u0000köy");
    sent.put("currencies", List.of("TRY", "XAU"));

    assertThat(faults(sent))
        .containsExactlyInAnyOrder(
            "/expected_monthly_turnover out_of_range",
            "/title too_long",
            "/tax_office invalid_format",
            "/currencies invalid");
  }

  private static Map<String, Object> right() {
    Map<String, Object> sent = new TreeMap<>();
    sent.put("company_type", "limited");
    sent.put("title", "Çınar Kırtasiye Ltd. Şti.");
    sent.put("tax_number", "4540536920");
    sent.put("tax_office", "Kadıköy");
    sent.put(
        "contact",
        Map.of("name", "Işıl Öğüt", "email", "isil@cinar.test", "phone", "0532 123 45 67"));
    sent.put(
        "address",
        Map.of(
            "line", "Bağdat Cad. 1",
            "district", "Kadıköy",
            "city", "İstanbul",
            "postal_code", "34710"));
    sent.put("site", Map.of("url", "çınar.com.tr/shop"));
    sent.put("expected_monthly_turnover", 5_000_000);
    sent.put("mcc", "5943");
    sent.put("audience", "consumers");
    sent.put("iban", "tr33 0006 1005 1978 6457 8413 26");
    sent.put("currencies", List.of("TRY", "USD"));
    return sent;
  }

  private static List<String> faults(Map<String, Object> sent) {
    FieldErrors errors = new FieldErrors();
    assertThat(ApplicationReading.read(request(sent), errors)).isEmpty();
    return catchThrowableOfType(ProblemException.class, errors::throwIfAny).fields().stream()
        .map(fault -> fault.pointer() + " " + fault.code())
        .toList();
  }

  private static ApplicationRequest request(Map<String, Object> sent) {
    return JSON.readValue(JSON.writeValueAsString(sent), ApplicationRequest.class);
  }
}
