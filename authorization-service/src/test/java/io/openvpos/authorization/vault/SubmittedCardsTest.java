package io.openvpos.authorization.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SubmittedCardsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<String> errors = new ArrayList<>();

  @Test
  void readsAWholeCard() {
    Optional<SubmittedCard> card =
        read(
            """
            {"number": "4155650100416111", "expiry_month": 12, "expiry_year": 2030, "cvc": "123",
             "holder_name": "Ay\\u015fe"}\
            """);

    assertThat(errors).isEmpty();
    assertThat(card).isPresent();
    assertThat(card.orElseThrow().pan().digits()).isEqualTo("4155650100416111");
    assertThat(card.orElseThrow().expiry()).hasToString("2030-12");
    assertThat(card.orElseThrow().cvc()).isEqualTo(new Cvc("123"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5528790000000008",
        "9792030000000000",
        "4111111111111129",
        "378282246310005",
        "676770000000",
        "6304939304310009610"
      })
  void acceptsEveryLengthFromTwelveToNineteenAndAPastExpiry(String number) {
    String sound = Pan.passesLuhn(number) ? number : withCheckDigit(number);

    assertThat(read(json("\"" + sound + "\"", "1", "2001", null))).isPresent();
    assertThat(errors).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-                        | 12   | 2030  | -      | /card/number required",
        "null                     | 12   | 2030  | -      | /card/number required",
        "4155650100416111         | 12   | 2030  | -      | /card/number invalid_type",
        "\"\"                     | 12   | 2030  | -      | /card/number invalid_number",
        "\"4155 6501 0041 6111\"  | 12   | 2030  | -      | /card/number invalid_number",
        "\"٤١٥٥٦٥٠١٠٠٤١٦١١١\"     | 12   | 2030  | -      | /card/number invalid_number",
        "\"41556501004\"          | 12   | 2030  | -      | /card/number invalid_length",
        "\"41556501004161111111\" | 12   | 2030  | -      | /card/number invalid_length",
        "\"4155650100416112\"     | 12   | 2030  | -      | /card/number invalid_luhn",
        "\"4155650100416111\"     | -    | 2030  | -      | /card/expiry_month required",
        "\"4155650100416111\"     | 0    | 2030  | -      | /card/expiry_month out_of_range",
        "\"4155650100416111\"     | 13   | 2030  | -      | /card/expiry_month out_of_range",
        "\"4155650100416111\"     | 1.0  | 2030  | -      | /card/expiry_month invalid_type",
        "\"4155650100416111\"     | \"1\"| 2030  | -      | /card/expiry_month invalid_type",
        "\"4155650100416111\"     | 12   | -     | -      | /card/expiry_year required",
        "\"4155650100416111\"     | 12   | 30    | -      | /card/expiry_year out_of_range",
        "\"4155650100416111\"     | 12   | 10000 | -      | /card/expiry_year out_of_range",
        "\"4155650100416111\"     | 12   | 2030  | \"12\" | /card/cvc invalid_cvc",
        "\"4155650100416111\"     | 12   | 2030  | \"12345\" | /card/cvc invalid_cvc",
        "\"4155650100416111\"     | 12   | 2030  | \"12a\"| /card/cvc invalid_cvc",
        "\"4155650100416111\"     | 12   | 2030  | 123    | /card/cvc invalid_type",
      })
  void refuses(
      @Nullable String number,
      @Nullable String month,
      @Nullable String year,
      @Nullable String cvc,
      String error) {
    Optional<SubmittedCard> card = read(json(number, month, year, cvc));

    assertThat(card).isEmpty();
    assertThat(errors).containsExactly(error);
  }

  @Test
  void namesEveryFaultAtOnce() {
    read(
        "{\"number\": \"12\", \"expiry_month\": 99, \"holder_name\": \"" + "x".repeat(101) + "\"}");

    assertThat(errors)
        .containsExactly(
            "/card/number invalid_length",
            "/card/expiry_month out_of_range",
            "/card/expiry_year required",
            "/card/holder_name too_long");
  }

  @Test
  void halfACharacterIsNoName() {
    read(
        "{\"number\": \"4155650100416111\", \"expiry_month\": 1, \"expiry_year\": 2030,"
            + " \"holder_name\": \"x\\ud800y\"}");

    assertThat(errors).containsExactly("/card/holder_name invalid_text");
  }

  @Test
  void anUnknownFieldIsNamedUnlessItMayBeACardNumber() {
    String sound = "\"number\": \"4155650100416111\", \"expiry_month\": 1, \"expiry_year\": 2030";

    assertThat(read("{" + sound + ", \"cvv\": \"123\"}")).isEmpty();
    assertThat(read("{" + sound + ", \"4155650100416111\": 1}")).isEmpty();
    assertThat(read("{" + sound + ", \"n4155650100416111\": 1}")).isEmpty();

    assertThat(errors)
        .containsExactly("/card/cvv unknown_field", "/card unknown_field", "/card unknown_field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"4155650100416111\"", "null", "1"})
  void aCardIsAnObject(String json) {
    assertThat(read(json)).isEmpty();
    assertThat(errors).containsExactly("/card invalid_type");
  }

  private Optional<SubmittedCard> read(String json) {
    return SubmittedCards.read(
        JSON.readTree(json), (pointer, code) -> errors.add(pointer + " " + code));
  }

  private static String json(
      @Nullable String number,
      @Nullable String month,
      @Nullable String year,
      @Nullable String cvc) {
    List<String> fields = new ArrayList<>();
    add(fields, "number", number);
    add(fields, "expiry_month", month);
    add(fields, "expiry_year", year);
    add(fields, "cvc", cvc);
    return "{" + String.join(", ", fields) + "}";
  }

  private static void add(List<String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.add("\"" + name + "\": " + value);
    }
  }

  private static String withCheckDigit(String number) {
    String stem = number.substring(0, number.length() - 1);
    for (char digit = '0'; digit <= '9'; digit++) {
      if (Pan.passesLuhn(stem + digit)) {
        return stem + digit;
      }
    }
    throw new AssertionError("some digit must do");
  }
}
