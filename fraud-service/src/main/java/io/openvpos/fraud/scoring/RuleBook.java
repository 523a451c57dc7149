package io.openvpos.fraud.scoring;

import io.openvpos.fraud.scoring.Rule.Effect;
import io.openvpos.fraud.velocity.VelocityCounts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The named rules and how they make a score: the base and what is added, at least what the
/// strongest raising rule says, never above 100.
public final class RuleBook {

  /// Every payment carries some risk; a foreign or prepaid card a little more.
  private static final int BASE = 5;

  private static final int FOREIGN = 4;
  private static final int NOT_CREDIT_NOR_DEBIT = 3;

  /// `.test` is reserved, so no customer has such an address: integrators use it to see a decline.
  private static final String FRAUD_TEST_DOMAIN = "@fraud.test";

  private final ScoringThresholds thresholds;
  private final List<Rule> rules;

  public RuleBook(ScoringThresholds thresholds) {
    this.thresholds = thresholds;
    this.rules =
        List.of(
            new Rule(
                "fraud_test_email",
                Effect.RAISES_TO,
                95,
                "customer.email ends with " + FRAUD_TEST_DOMAIN,
                (request, counts) -> isFraudTest(request)),
            velocity("velocity_minute", "minute", (r, c) -> c.minute() > r.perMinute()),
            velocity("velocity_hour", "hour", (r, c) -> c.hour() > r.perHour()),
            velocity("velocity_day", "day", (r, c) -> c.day() > r.perDay()),
            new Rule(
                "high_amount_foreign_card",
                Effect.ADDS,
                45,
                "amount at or above the currency's high amount, card issued abroad",
                (request, counts) -> request.isForeign() && thresholds.isHigh(request.amount())));
  }

  public RiskScore score(RiskRequest request, VelocityCounts counts) {
    List<Rule> fired =
        rules.stream()
            .filter(rule -> rule.fires().test(request, counts))
            .sorted(Comparator.comparingInt(Rule::points).reversed())
            .toList();
    int added = base(request);
    int floor = 0;
    for (Rule rule : fired) {
      switch (rule.effect()) {
        case ADDS -> added += rule.points();
        case RAISES_TO -> floor = Math.max(floor, rule.points());
      }
    }
    int score = Math.min(RiskScore.HIGHEST, Math.max(added, floor));
    List<String> reasons = fired.stream().map(Rule::code).limit(RiskScore.MOST_REASONS).toList();
    return new RiskScore(thresholds.decide(score), score, reasons);
  }

  public List<Rule> rules() {
    return rules;
  }

  public ScoringThresholds thresholds() {
    return thresholds;
  }

  private static int base(RiskRequest request) {
    return BASE
        + (request.isForeign() ? FOREIGN : 0)
        + (request.isPrepaid() ? NOT_CREDIT_NOR_DEBIT : 0);
  }

  private static boolean isFraudTest(RiskRequest request) {
    return request.email() != null
        && request.email().strip().toLowerCase(Locale.ROOT).endsWith(FRAUD_TEST_DOMAIN);
  }

  private static Rule velocity(String code, String window, LimitCheck exceeded) {
    return new Rule(
        code,
        Effect.RAISES_TO,
        90,
        "attempts of one card in one " + window + " above the merchant's limit",
        (request, counts) -> exceeded.test(request.velocityLimits(), counts));
  }

  private interface LimitCheck {
    boolean test(VelocityLimits limits, VelocityCounts counts);
  }
}
