package io.openvpos.merchant.profile.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.Registration;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import io.openvpos.merchant.profile.domain.Status;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy.Kind;
import io.openvpos.merchant.profile.http.ThreeDSecureController.PolicyRequest;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What may be asked of a merchant's shoppers.
class ThreeDSecureControllerTest {

  @Test
  void anAmountIsOfACurrencyAndBelongsToAbove() {
    assertThat(read("above", Map.of("TRY", 0L, "EUR", 3_000L)))
        .isEqualTo(new ThreeDSecurePolicy(Kind.ABOVE, Map.of("TRY", 0L, "EUR", 3_000L)));
    assertThat(read("required", null)).isEqualTo(ThreeDSecurePolicy.of(Kind.REQUIRED));
    assertThat(read("off", Map.of())).isEqualTo(ThreeDSecurePolicy.of(Kind.OFF));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(faults(null, null)).containsExactly("/policy required");
    assertThat(faults("OFF", null)).containsExactly("/policy invalid");
    assertThat(faults("above", null)).containsExactly("/above required");
    assertThat(faults("above", Map.of())).containsExactly("/above required");
    assertThat(faults("optional", Map.of("TRY", 1L))).containsExactly("/above not_allowed");
    assertThat(faults("above", Map.of("USD", 1L)))
        .containsExactly("/above/USD currency_not_enabled");
    assertThat(faults("above", Map.of("4155650100416111", 1L)))
        .containsExactly("/above currency_not_enabled");
    assertThat(faults("above", Map.of("TRY", -1L))).containsExactly("/above/TRY out_of_range");
    Map<String, @Nullable Long> none = new HashMap<>();
    none.put("TRY", null);
    assertThat(faults("above", none)).containsExactly("/above/TRY required");
  }

  private static List<String> faults(
      @Nullable String policy, @Nullable Map<String, @Nullable Long> above) {
    return catchThrowableOfType(ProblemException.class, () -> read(policy, above)).fields().stream()
        .map(fault -> fault.pointer() + " " + fault.code())
        .toList();
  }

  private static ThreeDSecurePolicy read(
      @Nullable String policy, @Nullable Map<String, @Nullable Long> above) {
    return ThreeDSecureController.read(new PolicyRequest(policy, above), merchant());
  }

  private static Merchant merchant() {
    return new Merchant(
        "mer_1",
        1,
        "Shop",
        Status.ACTIVE,
        "5812",
        "00000001",
        Registration.of("00000001", null, false),
        "TR330006100519786457841326",
        List.of(Mode.TEST),
        List.of("TRY", "EUR"),
        RiskPolicy.DEFAULT,
        CaptureRules.DEFAULT,
        ContractBook.first(ContractTerms.demo()),
        List.of(),
        null,
        Instant.EPOCH);
  }
}
