package io.openvpos.merchant.profile.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.messaging.http.ProblemException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class MerchantReadingTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  @Test
  void anAbsentContractIsTheDemoContract() {
    assertThat(MerchantReading.read(request(null, Map.of())).terms())
        .isEqualTo(ContractTerms.demo().forCategory("5812"));
    assertThat(MerchantReading.read(request(Map.of(), Map.of())).terms())
        .isEqualTo(ContractTerms.demo().forCategory("5812"));
  }

  @ParameterizedTest
  @CsvSource({
    "value_days, 0",
    "value_days, 2000",
    "bsmv_basis_points, -1",
    "bsmv_basis_points, 5001"
  })
  void aNumberOutsideItsBoundsIsNamed(String field, int number) {
    assertThat(faults(Map.of(field, number)))
        .containsExactly("/contract/" + field + " out_of_range");
  }

  @ParameterizedTest
  @CsvSource({
    "fixed_minor_units, 9223372036854775807",
    "fixed_minor_units, -1",
    "minimum_minor_units, -1",
    "value_days, 91",
    "rate_basis_points, 10001",
    "min_installments, 0",
    "max_installments, 13"
  })
  void aRowsNumberOutsideItsBoundsIsNamedWithItsRow(String field, long number) {
    Map<String, Object> right = Map.of("rate_basis_points", 100);
    Map<String, Object> wrong = new HashMap<>(right);
    wrong.put(field, number);
    assertThat(faults(Map.of("rows", List.of(right, wrong))))
        .containsExactly("/contract/rows/1/" + field + " out_of_range");
  }

  @Test
  void aReserveOutsideItsBoundsIsNamed() {
    assertThat(faults(Map.of("reserve", Map.of("basis_points", 10_001, "release_days", 366))))
        .containsExactly(
            "/contract/reserve/basis_points out_of_range",
            "/contract/reserve/release_days out_of_range");
    assertThat(faults(Map.of("reserve", Map.of("basis_points", 500))))
        .containsExactly("/contract/reserve/release_days out_of_range");
  }

  @Test
  void whatNoCardIsIsNamed() {
    Map<String, ?> row =
        Map.of("rate_basis_points", 100, "card_class", "kredi", "brand", "VISA", "mcc", "58x2");
    assertThat(faults(Map.of("rows", List.of(row))))
        .containsExactly(
            "/contract/rows/0/brand invalid",
            "/contract/rows/0/card_class invalid",
            "/contract/rows/0/mcc invalid_format");
  }

  @Test
  void theSameRowTwiceIsRefused() {
    Map<String, ?> row = Map.of("rate_basis_points", 100);
    Map<String, ?> other = Map.of("rate_basis_points", 90, "max_installments", 12);
    assertThat(faults(Map.of("rows", List.of(row, other))))
        .containsExactly("/contract/rows/1 duplicate_row");
  }

  @Test
  void everyRowAboveACeilingIsNamed() {
    List<Map<String, ?>> rows =
        List.of(
            Map.of("rate_basis_points", 400),
            Map.of("rate_basis_points", 105, "card_class", "debit"),
            Map.of("rate_basis_points", 104, "card_class", "prepaid"),
            Map.of("rate_basis_points", 357, "card_class", "commercial", "brand", "troy"));
    assertThat(faults(Map.of("rows", rows)))
        .containsExactlyInAnyOrder(
            "/contract/rows/0/rate_basis_points above_ceiling",
            "/contract/rows/1/rate_basis_points above_ceiling",
            "/contract/rows/3/rate_basis_points above_ceiling");
  }

  @Test
  void daysAboveACeilingAreNamedWhereTheyStand() {
    assertThat(faults(Map.of("value_days", 41)))
        .containsExactly("/contract/value_days above_ceiling");
    assertThat(faults(Map.of("rows", List.of(Map.of("rate_basis_points", 0, "value_days", 16)))))
        .containsExactly("/contract/rows/0/value_days above_ceiling");
  }

  @Test
  void feesOutsideTheirBoundsAreNamed() {
    assertThat(faults(Map.of("fees", Map.of("refund", -1, "chargeback", Long.MAX_VALUE))))
        .containsExactly(
            "/contract/fees/refund out_of_range", "/contract/fees/chargeback out_of_range");
  }

  @Test
  void whatIsNoContractIsNamed() {
    assertThat(faults(Map.of("rows", List.of()))).containsExactly("/contract/rows required");
    assertThat(faults(Map.of("rows", Arrays.asList((Object) null))))
        .containsExactly("/contract/rows/0 required");
    assertThat(faults(Map.of("rows", List.of(Map.of("currency", "XYZ")))))
        .containsExactly(
            "/contract/rows/0/rate_basis_points required", "/contract/rows/0/currency invalid");
    assertThat(
            faults(
                Map.of("rows", List.of(Map.of("rate_basis_points", 100, "min_installments", 2)))))
        .containsExactly("/contract/rows incomplete");
    assertThat(faults(Map.of("bsmv", "beside"))).containsExactly("/contract/bsmv invalid");
  }

  @Test
  void everyFaultOfARequestIsToldAtOnce() {
    ProblemException problem =
        problem(
            request(
                Map.of("value_days", 2_000),
                Map.of("floor_minor_units", Long.MAX_VALUE, "attempts_per_day", 0)));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.code()).isEqualTo("validation_failed");
    assertThat(told(problem))
        .containsExactly("/risk_policy out_of_range", "/contract/value_days out_of_range");
  }

  private static List<String> faults(Map<String, ?> contract) {
    return told(problem(request(contract, Map.of())));
  }

  private static List<String> told(ProblemException problem) {
    return problem.fields().stream().map(fault -> fault.pointer() + " " + fault.code()).toList();
  }

  private static ProblemException problem(MerchantRequest request) {
    return catchThrowableOfType(ProblemException.class, () -> MerchantReading.read(request));
  }

  private static MerchantRequest request(@Nullable Map<String, ?> contract, Map<String, ?> policy) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "name",
                "Shop",
                "mcc",
                "5812",
                "iban",
                "TR330006100519786457841326",
                "currencies",
                List.of("TRY"),
                "modes",
                List.of("test"),
                "risk_policy",
                policy));
    if (contract != null) {
      body.put("contract", contract);
    }
    return JSON.convertValue(body, MerchantRequest.class);
  }
}
