package io.openvpos.authorization.risk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long the edge waits for risk.
///
/// @param budget past it the merchant's policy decides
/// @param pending assessments asked for at once; past it the policy decides at once
@ConfigurationProperties("vpos.risk")
public record RiskSettings(
    @DefaultValue("250ms") Duration budget, @DefaultValue("10000") int pending) {

  /// Longer, and the shopper waits for risk alone.
  private static final Duration LONGEST_BUDGET = Duration.ofSeconds(5);

  public RiskSettings {
    if (!budget.isPositive() || budget.compareTo(LONGEST_BUDGET) > 0) {
      throw new IllegalArgumentException("vpos.risk.budget is not within 5 seconds");
    }
    if (pending < 1) {
      throw new IllegalArgumentException("vpos.risk.pending is not positive");
    }
  }
}
