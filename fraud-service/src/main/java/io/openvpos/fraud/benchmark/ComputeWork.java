package io.openvpos.fraud.benchmark;

import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.history.PaymentHistory;
import io.openvpos.fraud.lists.domain.ListBook;
import io.openvpos.fraud.model.FraudModel;
import io.openvpos.fraud.model.ScoringModel;
import io.openvpos.fraud.rules.StarterPack;
import io.openvpos.fraud.rules.judging.AuthenticationStanding;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.judging.RuleEngine;
import io.openvpos.fraud.rules.judging.RunnableSet;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.fraud.scoring.ScoringThresholds;
import io.openvpos.fraud.training.KnownPayment;
import io.openvpos.fraud.velocity.CardVelocity;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All that is computed for one assessment, again and again: state, features, model with reasons,
/// rules and lists. Payments go round; each round is later than the one before, and its payments
/// are new ones.
public final class ComputeWork {

  private static final ScoringThresholds THRESHOLDS = new ScoringThresholds(50, 80, Map.of());
  private static final RiskScore BEFORE = new RiskScore(Decision.APPROVE, 5, List.of());

  private final List<? extends KnownPayment> payments;
  private final FraudModel model;
  private final RuleEngine engine;
  private final PaymentHistory history = new PaymentHistory();
  private final CardVelocity velocity = new CardVelocity(131_072);
  private final long span;
  private int next;
  private long round;

  /// @param inTimeOrder at least two
  /// @param rules how many rules are in force: the starter pack's, as often as it takes
  public ComputeWork(List<? extends KnownPayment> inTimeOrder, FraudModel model, int rules) {
    payments = inTimeOrder;
    this.model = model;
    span =
        inTimeOrder.getLast().atMillis()
            - inTimeOrder.getFirst().atMillis()
            + Duration.ofHours(1).toMillis();
    engine =
        new RuleEngine(RunnableSet.of(1, pack(rules)), null, ListBook.of(List.of()), THRESHOLDS);
  }

  /// Computes the next assessment; what is returned depends on all of it.
  public double assessNext() {
    Attempt attempt = attempt();
    history.record(attempt);
    Instant at = Instant.ofEpochMilli(attempt.atMillis());
    int counted = velocity.count(attempt.card(), Long.toString(attempt.paymentKey()), at).day();
    double[] vector = history.features(attempt);
    ScoringModel.Score score = model.score(vector);
    PaymentFacts facts = facts(attempt, at);
    int after =
        engine
            .judge(
                new RuleEngine.Judged(facts, vector, BEFORE, score.probability()),
                ListBook.Moment.of(at, Mode.TEST),
                RunnableSet.Observer.NONE,
                false)
            .after()
            .score();
    return score.probability() + score.reasons().size() + after + counted;
  }

  /// One round, so that histories are as long as they will be.
  public void fill() {
    for (int i = 0; i < payments.size(); i++) {
      double _ = assessNext();
    }
  }

  private Attempt attempt() {
    if (next == payments.size()) {
      next = 0;
      round++;
    }
    Attempt original = payments.get(next++).attempt();
    return new Attempt(
        original.atMillis() + round * span,
        original.paymentKey() + round * 0x9E3779B97F4A7C15L,
        original.card(),
        original.terminal(),
        original.amountMinorUnits(),
        original.bin(),
        original.ip(),
        original.email(),
        original.device(),
        original.kind(),
        original.installments());
  }

  private static PaymentFacts facts(Attempt attempt, Instant at) {
    return new PaymentFacts(
        Money.of(attempt.amountMinorUnits(), "TRY"),
        attempt.card(),
        attempt.bin() == null ? "" : attempt.bin(),
        "visa",
        attempt.kind().prepaid() ? "prepaid" : "credit",
        "domestic_credit",
        attempt.kind().foreign() ? "US" : "TR",
        attempt.terminal(),
        Mode.TEST,
        attempt.ip() == null ? "" : attempt.ip(),
        attempt.email() == null ? "" : attempt.email(),
        attempt.device() == null ? "" : attempt.device(),
        AuthenticationStanding.IMPOSSIBLE,
        at);
  }

  private static List<RuleDefinition> pack(int rules) {
    List<RuleDefinition> starter = StarterPack.rules();
    List<RuleDefinition> pack = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      pack.add(starter.get(i % starter.size()));
    }
    return pack;
  }
}
