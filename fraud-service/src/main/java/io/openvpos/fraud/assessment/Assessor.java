package io.openvpos.fraud.assessment;

import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.features.ReasonCode;
import io.openvpos.fraud.history.PaymentHistory;
import io.openvpos.fraud.model.Models;
import io.openvpos.fraud.model.ScoringModel;
import io.openvpos.fraud.rules.RulesInForce;
import io.openvpos.fraud.rules.judging.RuleEngine;
import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.fraud.scoring.Judge;
import io.openvpos.fraud.scoring.ModelScore;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.fraud.state.StateCopy;
import io.openvpos.fraud.state.StateReader;
import io.openvpos.fraud.velocity.CardVelocity;
import io.openvpos.fraud.velocity.VelocityCounts;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts and scores the requests of one partition, one after another in log order. Each partition
/// has its own; it is confined to the thread that reads the partition.
public final class Assessor {

  private static final Logger LOGGER = LoggerFactory.getLogger(Assessor.class);

  private final CardVelocity velocity;
  private final PaymentHistory history;
  private final Models models;
  private final Judge judge;
  private final RulesInForce rules;
  private final Clock clock;
  private boolean shadowFailed;

  /// The two must be without a past.
  public Assessor(
      CardVelocity velocity,
      PaymentHistory history,
      Models models,
      Judge judge,
      RulesInForce rules,
      Clock clock) {
    this.velocity = velocity;
    this.history = history;
    this.models = models;
    this.judge = judge;
    this.rules = rules;
    this.clock = clock;
  }

  public Assessment assess(RiskCheck check) {
    VelocityCounts counts = count(check);
    double[] vector = history.features(check.attempt());
    ModelScore said = model(vector);
    RiskScore judged = judge.score(check.request(), counts, said);
    Ruling ruling =
        rules.judge(new RuleEngine.Judged(check.facts(), vector, judged, said.probability()));
    return new Assessment(
        check.paymentId(),
        check.requestHash(),
        check.merchantId(),
        check.mode(),
        check.request().card().fingerprint(),
        ruling.after(),
        counts,
        said,
        check.facts(),
        ruling,
        check.occurredAt(),
        clock.instant());
  }

  /// Takes a request into the histories that was assessed before this instance took the partition.
  public void replay(RiskCheck check) {
    count(check);
  }

  public Instant watermark() {
    return velocity.watermark();
  }

  /// Two instances with the same digest answer alike.
  public String digest() {
    return velocity.digest() + history.digest();
  }

  /// Attempts of cards that are remembered.
  public long attempts() {
    return history.attempts();
  }

  /// Begins a copy of all that later answers depend on, apart from model, rules and lists. It shows
  /// what was counted until now, whatever is counted before it is whole; one at a time.
  public StateCopy copy() {
    StateCopy copy = new StateCopy();
    velocity.save(copy);
    history.save(copy);
    return copy;
  }

  /// Takes the place of what was saved; throws [UnreadableStateException], and is of no use then.
  public void restore(byte[] saved) {
    StateReader in = new StateReader(saved);
    velocity.restore(in);
    history.restore(in);
    in.end();
  }

  private VelocityCounts count(RiskCheck check) {
    history.record(check.attempt());
    return velocity.count(
        check.request().card().fingerprint(), check.paymentId(), check.occurredAt());
  }

  private ModelScore model(double[] vector) {
    ScoringModel.Score score = models.live().score(vector);
    return new ModelScore(
        models.live().name(),
        FeatureSchema.hash(),
        score.probability(),
        score.reasons().stream().map(ReasonCode::code).toList(),
        Arrays.stream(vector).boxed().toList(),
        shadow(vector));
  }

  /// One that fails says nothing: what decides nothing stops nothing.
  private ModelScore.@Nullable Shadow shadow(double[] vector) {
    ScoringModel shadow = models.shadow();
    if (shadow == null) {
      return null;
    }
    try {
      return new ModelScore.Shadow(shadow.name(), shadow.score(vector).probability());
    } catch (RuntimeException e) {
      if (!shadowFailed) {
        LOGGER.warn("the model in shadow, {}, does not answer all", shadow.name(), e);
        shadowFailed = true;
      }
      return null;
    }
  }
}
