package io.openvpos.fraud.assessment;

import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.fraud.scoring.RuleBook;
import io.openvpos.fraud.velocity.CardVelocity;
import io.openvpos.fraud.velocity.VelocityCounts;
import java.time.Clock;
import java.time.Instant;

/// Counts and scores the requests of one partition, one after another in log order. Each partition
/// has its own; it is confined to the thread that reads the partition.
public final class Assessor {

  private final CardVelocity velocity;
  private final RuleBook rules;
  private final Clock clock;

  public Assessor(CardVelocity velocity, RuleBook rules, Clock clock) {
    this.velocity = velocity;
    this.rules = rules;
    this.clock = clock;
  }

  public Assessment assess(RiskCheck check) {
    VelocityCounts counts = count(check);
    RiskScore score = rules.score(check.request(), counts);
    return new Assessment(
        check.paymentId(),
        check.requestHash(),
        check.merchantId(),
        check.mode(),
        check.request().card().fingerprint(),
        score,
        counts,
        check.occurredAt(),
        clock.instant());
  }

  /// Takes a request into the windows that was assessed before this instance took the partition.
  public void replay(RiskCheck check) {
    count(check);
  }

  public Instant watermark() {
    return velocity.watermark();
  }

  public String digest() {
    return velocity.digest();
  }

  private VelocityCounts count(RiskCheck check) {
    return velocity.count(
        check.request().card().fingerprint(), check.paymentId(), check.occurredAt());
  }
}
