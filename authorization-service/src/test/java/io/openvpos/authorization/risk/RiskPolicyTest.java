package io.openvpos.authorization.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "50000, 1, APPROVE",
    "50000, 49999, APPROVE",
    "50000, 50000, APPROVE",
    "50000, 50001, DECLINE",
    "0, 1, DECLINE",
  })
  void onSilenceTheFloorDecides(long floor, long amount, RiskDecision decision) {
    RiskOutcome outcome = new RiskPolicy(floor, 5, 20, 100).onSilence(Money.of(amount, "TRY"));

    assertThat(outcome.decision()).isEqualTo(decision);
    assertThat(outcome.timedOut()).isTrue();
    assertThat(outcome.score()).isZero();
  }
}
