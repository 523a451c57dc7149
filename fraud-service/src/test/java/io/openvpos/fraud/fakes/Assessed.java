package io.openvpos.fraud.fakes;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.lists.domain.ListBook;
import io.openvpos.fraud.rules.judging.RuleEngine;
import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.fraud.rules.judging.RunnableSet;
import io.openvpos.fraud.scoring.ModelScore;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.fraud.scoring.ScoringThresholds;
import io.openvpos.fraud.velocity.VelocityCounts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Assessments as they are stored, of payments that no rule looked at.
public final class Assessed {

  public static final ScoringThresholds THRESHOLDS = new ScoringThresholds(50, 80, Map.of());

  private Assessed() {}

  public static Assessment of(String paymentId, Payments payment) {
    return of(paymentId, "h", payment);
  }

  public static Assessment of(String paymentId, String requestHash, Payments payment) {
    RuleEngine.Judged judged = payment.judged();
    Ruling ruling =
        new RuleEngine(null, null, ListBook.of(List.of()), THRESHOLDS)
            .judge(
                judged,
                ListBook.Moment.of(Payments.NOON, judged.facts().mode()),
                RunnableSet.Observer.NONE,
                false);
    return with(paymentId, requestHash, payment, ruling);
  }

  private static Assessment with(
      String paymentId, String requestHash, Payments payment, Ruling ruling) {
    RuleEngine.Judged judged = payment.judged();
    RiskScore after = ruling.after();
    return new Assessment(
        paymentId,
        requestHash,
        judged.facts().merchantId(),
        judged.facts().mode(),
        judged.facts().cardFingerprint(),
        after,
        new VelocityCounts(1, 1, 1),
        new ModelScore(
            "m",
            FeatureSchema.hash(),
            judged.probability(),
            List.of(),
            Arrays.stream(judged.vector()).boxed().toList()),
        judged.facts(),
        ruling,
        judged.facts().occurredAt(),
        judged.facts().occurredAt());
  }
}
