package io.openvpos.fraud.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.openvpos.fraud.velocity.VelocityCounts;
import io.openvpos.money.Money;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleBookTest {

  private static final VelocityCounts FIRST = new VelocityCounts(1, 1, 1);
  private static final VelocityLimits LIMITS = new VelocityLimits(3, 10, 20);
  private static final Map<String, Long> HIGH = Map.of("TRY", 100_000_00L, "EUR", 2_000_00L);

  private final RuleBook rules = new RuleBook(new ScoringThresholds(50, 80, HIGH));

  static Stream<Arguments> table() {
    RiskRequest plain = request(129_90, "TRY", "TR", "shopper@example.com");
    return Stream.of(
        arguments("plain", plain, FIRST, Decision.APPROVE, 5, List.of()),
        arguments(
            "at the limits", plain, new VelocityCounts(3, 10, 20), Decision.APPROVE, 5, List.of()),
        arguments(
            "minute",
            plain,
            new VelocityCounts(4, 4, 4),
            Decision.DECLINE,
            90,
            List.of("velocity_minute")),
        arguments(
            "hour",
            plain,
            new VelocityCounts(1, 11, 11),
            Decision.DECLINE,
            90,
            List.of("velocity_hour")),
        arguments(
            "day",
            plain,
            new VelocityCounts(1, 1, 21),
            Decision.DECLINE,
            90,
            List.of("velocity_day")),
        arguments(
            "all windows",
            plain,
            new VelocityCounts(4, 11, 21),
            Decision.DECLINE,
            90,
            List.of("velocity_minute", "velocity_hour", "velocity_day")),
        arguments(
            "test e-mail",
            request(1, "TRY", "TR", "Any.One@Fraud.TEST"),
            FIRST,
            Decision.DECLINE,
            95,
            List.of("fraud_test_email")),
        arguments(
            "no other domain",
            request(1, "TRY", "TR", "a@notfraud.test.example"),
            FIRST,
            Decision.APPROVE,
            5,
            List.of()),
        arguments(
            "no e-mail", request(1, "TRY", "TR", null), FIRST, Decision.APPROVE, 5, List.of()),
        arguments(
            "three reasons at most",
            request(1, "TRY", "TR", "x@fraud.test"),
            new VelocityCounts(4, 11, 21),
            Decision.DECLINE,
            95,
            List.of("fraud_test_email", "velocity_minute", "velocity_hour")),
        arguments(
            "foreign, not high",
            request(1_999_99, "EUR", "DE", null),
            FIRST,
            Decision.APPROVE,
            9,
            List.of()),
        arguments(
            "foreign and high",
            request(2_000_00, "EUR", "DE", null),
            FIRST,
            Decision.REVIEW,
            54,
            List.of("high_amount_foreign_card")),
        arguments(
            "high at home",
            request(100_000_00, "TRY", "TR", null),
            FIRST,
            Decision.APPROVE,
            5,
            List.of()),
        arguments(
            "no high amount known",
            request(9_000_000_00L, "GBP", "DE", null),
            FIRST,
            Decision.APPROVE,
            9,
            List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void scores(
      String name,
      RiskRequest request,
      VelocityCounts counts,
      Decision decision,
      int score,
      List<String> reasons) {
    assertThat(rules.score(request, counts)).isEqualTo(new RiskScore(decision, score, reasons));
  }

  @Test
  void aPrepaidCardScoresALittleHigher() {
    RiskRequest prepaid =
        new RiskRequest(Money.of(1, "TRY"), new CardFacts("f", "prepaid", "TR"), null, LIMITS);
    assertThat(rules.score(prepaid, FIRST).score()).isEqualTo(8);
  }

  @Test
  void aScoreAtTheThresholdIsDeclined() {
    ScoringThresholds thresholds = new ScoringThresholds(50, 80, HIGH);
    assertThat(thresholds.decide(49)).isEqualTo(Decision.APPROVE);
    assertThat(thresholds.decide(50)).isEqualTo(Decision.REVIEW);
    assertThat(thresholds.decide(79)).isEqualTo(Decision.REVIEW);
    assertThat(thresholds.decide(80)).isEqualTo(Decision.DECLINE);
  }

  @Test
  void thresholdsThatDoNotRiseAreRefused() {
    assertThatThrownBy(() -> new ScoringThresholds(80, 80, HIGH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RiskRequest request(
      long minorUnits, String currency, String country, @Nullable String email) {
    return new RiskRequest(
        Money.of(minorUnits, currency), new CardFacts("f", "credit", country), email, LIMITS);
  }
}
