package io.openvpos.fraud.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.velocity.VelocityCounts;
import io.openvpos.money.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final VelocityCounts FIRST = new VelocityCounts(1, 1, 1);
  private static final ModelThresholds ADVICE =
      new ModelThresholds(ModelThresholds.NEVER, ModelThresholds.NEVER);

  @Test
  void byDefaultACertainModelDeclinesAndReviewsNothing() {
    assertThat(score(ADVICE, 1.0, null))
        .isEqualTo(new RiskScore(Decision.APPROVE, 49, List.of("bin_attack", "card_kind")));
  }

  @Test
  void aModelThatIsNotSureLeavesTheRulesScore() {
    assertThat(score(ADVICE, 0.19, null)).isEqualTo(new RiskScore(Decision.APPROVE, 5, List.of()));
    assertThat(score(ADVICE, 0.20, null).score()).isEqualTo(20);
  }

  @Test
  void pastItsThresholdsAModelReviewsAndDeclines() {
    ModelThresholds deciding = new ModelThresholds(6_000, 9_000);
    assertThat(score(deciding, 0.59, null).decision()).isEqualTo(Decision.APPROVE);
    assertThat(score(deciding, 0.60, null).decision()).isEqualTo(Decision.REVIEW);
    assertThat(score(deciding, 0.89, null).decision()).isEqualTo(Decision.REVIEW);
    assertThat(score(deciding, 0.90, null).decision()).isEqualTo(Decision.DECLINE);
    assertThat(score(new ModelThresholds(100, 200), 0.02, null).decision())
        .isEqualTo(Decision.DECLINE);
  }

  @Test
  void aRuleThatDeclinedNamesItself() {
    assertThat(score(ADVICE, 1.0, "eve@fraud.test"))
        .isEqualTo(new RiskScore(Decision.DECLINE, 95, List.of("fraud_test_email")));
  }

  private static RiskScore score(
      ModelThresholds thresholds, double probability, @Nullable String email) {
    RuleBook rules = new RuleBook(new ScoringThresholds(50, 80, Map.of()));
    RiskRequest request =
        new RiskRequest(
            Money.of(129_90, "TRY"),
            new CardFacts("f", "credit", "TR"),
            email,
            new VelocityLimits(3, 10, 20));
    ModelScore said =
        new ModelScore(
            "m", "s", probability, List.of("bin_attack", "card_kind"), List.of(1.0, 2.0));
    return new Judge(rules, thresholds).score(request, FIRST, said);
  }
}
