package io.openvpos.merchant.contract.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.PayoutTerms;
import io.openvpos.merchant.contract.request.TermsReading.Basis;
import io.openvpos.messaging.http.ProblemException.FieldError;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayoutTermsReadingTest {

  private static final PayoutTerms BEFORE = new PayoutTerms(true, Map.of("TRY", 100_00L));

  @Test
  void whatIsAbsentIsAsBefore() {
    assertThat(read(null, null)).isEqualTo(BEFORE);
    assertThat(read("sale", null)).isEqualTo(new PayoutTerms(false, Map.of("TRY", 100_00L)));
    assertThat(read(null, Map.of())).isEqualTo(new PayoutTerms(true, Map.of()));
    assertThat(read("TRY", Map.of("USD", 5L))).isEqualTo(new PayoutTerms(true, Map.of("USD", 5L)));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(faults("EUR", null)).containsExactly("/terms/settlement_currency invalid");
    assertThat(faults(null, Map.of("JPY", 1L))).containsExactly("/terms/minimum_payout invalid");
    assertThat(faults(null, Map.of("TRY", -1L)))
        .containsExactly("/terms/minimum_payout/TRY out_of_range");
    Map<String, @Nullable Long> none = new HashMap<>();
    none.put("TRY", null);
    assertThat(faults(null, none)).containsExactly("/terms/minimum_payout/TRY required");
  }

  @Test
  void theMinimumIsOfTheCurrencyPaidIn() {
    PayoutTerms lira = new PayoutTerms(true, Map.of("TRY", 7L, "USD", 9L));
    assertThat(lira.settlementCurrency("USD")).isEqualTo("TRY");
    assertThat(lira.settlementCurrency("TRY")).isNull();
    assertThat(lira.minimumOf("USD")).isEqualTo(7);
    PayoutTerms own = new PayoutTerms(false, Map.of("TRY", 7L, "USD", 9L));
    assertThat(own.settlementCurrency("USD")).isNull();
    assertThat(own.minimumOf("USD")).isEqualTo(9);
    assertThat(own.minimumOf("EUR")).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PayoutTerms(true, Map.of("TRY", PayoutTerms.MAX_MINIMUM + 1)));
  }

  private static PayoutTerms read(
      @Nullable String currency, @Nullable Map<String, @Nullable Long> minimum) {
    TermsReading.Read read = reading(currency, minimum);
    assertThat(read.faults()).isEmpty();
    return read.terms().payoutTerms();
  }

  private static java.util.List<String> faults(
      @Nullable String currency, @Nullable Map<String, @Nullable Long> minimum) {
    return reading(currency, minimum).faults().stream()
        .map((FieldError fault) -> fault.pointer() + " " + fault.code())
        .toList();
  }

  private static TermsReading.Read reading(
      @Nullable String currency, @Nullable Map<String, @Nullable Long> minimum) {
    TermsRequest request =
        new TermsRequest(null, null, null, null, null, null, null, null, currency, minimum);
    return TermsReading.read(
        request,
        new Basis("/terms", ContractTerms.demo().paidBy(BEFORE), "5943", ContractBook.ALWAYS));
  }
}
