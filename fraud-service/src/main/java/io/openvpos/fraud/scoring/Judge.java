package io.openvpos.fraud.scoring;

import io.openvpos.fraud.velocity.VelocityCounts;
import java.util.List;
import java.util.stream.Stream;

/// Rules and model together. The score is the higher of the two; the model's reasons follow the
/// rules' where it is the model that raised the score.
public final class Judge {

  /// Below one in five a model only says that a payment is like most: the rules' score stands.
  private static final int SPEAKS_FROM = 20;

  private final RuleBook rules;
  private final ModelThresholds model;

  public Judge(RuleBook rules, ModelThresholds model) {
    this.rules = rules;
    this.model = model;
  }

  public RiskScore score(RiskRequest request, VelocityCounts counts, ModelScore said) {
    RiskScore ruled = rules.score(request, counts);
    int score = Math.max(ruled.score(), bounded(said));
    if (score == ruled.score()) {
      return ruled;
    }
    List<String> reasons =
        Stream.concat(ruled.reasons().stream(), said.reasons().stream())
            .limit(RiskScore.MOST_REASONS)
            .toList();
    return new RiskScore(rules.thresholds().decide(score), score, reasons);
  }

  /// What the model may raise the score to.
  private int bounded(ModelScore said) {
    ScoringThresholds thresholds = rules.thresholds();
    if (model.declines(said)) {
      return Math.max(thresholds.declineAt(), said.score());
    }
    if (model.reviews(said)) {
      return Math.clamp(said.score(), thresholds.reviewAt(), thresholds.declineAt() - 1);
    }
    return said.score() < SPEAKS_FROM ? 0 : Math.min(said.score(), thresholds.reviewAt() - 1);
  }
}
