package io.openvpos.fraud.backtest;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.backtest.domain.BackTestReport;
import io.openvpos.fraud.backtest.domain.Replayed;
import io.openvpos.fraud.backtest.domain.Replayed.Known;
import io.openvpos.fraud.backtest.domain.Tally;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.labels.Labels;
import io.openvpos.fraud.lists.ListEntries;
import io.openvpos.fraud.lists.domain.ListBook;
import io.openvpos.fraud.model.Ranking;
import io.openvpos.fraud.model.ScoringModel;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.judging.RuleEngine;
import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.fraud.rules.judging.RunnableSet;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.ModelScore;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.fraud.scoring.ScoringThresholds;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Judges stored payments again with the engine of production: the vectors that were served, the
/// lists as they stood at each payment, and a version that need not be in force.
public final class BackTest {

  /// Payments whose labels are looked up at once.
  private static final int A_LOOK_UP = 500;

  private final Assessments assessments;
  private final Labels labels;
  private final ListEntries lists;
  private final RuleSets sets;
  private final ScoringThresholds thresholds;
  private final int mostPayments;
  private final Clock clock;

  /// One at a time: assessments have the first claim on the cores.
  private final Semaphore place = new Semaphore(1);

  public BackTest(
      Assessments assessments,
      Labels labels,
      ListEntries lists,
      RuleSets sets,
      Limits limits,
      Clock clock) {
    this.assessments = assessments;
    this.labels = labels;
    this.lists = lists;
    this.sets = sets;
    this.thresholds = limits.thresholds();
    this.mostPayments = limits.mostPayments();
    this.clock = clock;
  }

  /// What holds for every run.
  ///
  /// @param mostPayments judged at one go
  public record Limits(ScoringThresholds thresholds, int mostPayments) {}

  /// Which payments are judged again.
  ///
  /// @param days back from now
  /// @param mode only payments of that mode; null for both
  public record Span(int days, @Nullable Mode mode) {}

  /// Takes about a second for ten thousand payments. 409 `back_test_running` while another runs.
  public BackTestReport run(RuleSet set, Span span) {
    return alone(() -> {
      RunnableSet draft = RunnableSet.of(set.number(), set.rules());
      RuleEngine engine = engine(draft);
      Run run = new Run((stored, judged) -> judge(engine, judged), tally(set));
      read(span, run);
      return run.report();
    });
  }

  /// A model on the vectors that were served.
  ///
  /// @param ranking how well its probabilities put what is known as fraud before all else
  public record OfModel(BackTestReport report, Ranking ranking) {}

  /// The same for a model: what it would do to payments if it declined from a probability on.
  public OfModel run(ScoringModel model, double from, Span span) {
    return alone(() -> {
      ModelReplay replay = new ModelReplay(model, from, engine(null));
      Run run = new Run(replay, new Tally(List.of(model.name())));
      read(span, run);
      double[] scores = replay.scores().stream().mapToDouble(Double::doubleValue).toArray();
      boolean[] frauds = new boolean[scores.length];
      for (int i = 0; i < frauds.length; i++) {
        frauds[i] = run.frauds.get(i);
      }
      return new OfModel(run.report(), Ranking.of(scores, frauds));
    });
  }

  private <R> R alone(Supplier<R> work) {
    if (!place.tryAcquire()) {
      throw ProblemException.of(409, "back_test_running");
    }
    try {
      return work.get();
    } finally {
      place.release();
    }
  }

  private void read(Span span, Run run) {
    assessments.newest(clock.instant().minus(Duration.ofDays(span.days())), span.mode(), run::take);
    run.judgeTaken();
  }

  /// @param draft null: nothing but the live version judges, beside
  private RuleEngine engine(@Nullable RunnableSet draft) {
    return new RuleEngine(draft, live().orElse(null), ListBook.of(lists.all()), thresholds);
  }

  private static Ruling judge(RuleEngine engine, RuleEngine.Judged payment) {
    return engine.judge(
        payment,
        ListBook.Moment.past(payment.facts().occurredAt(), payment.facts().mode()),
        RunnableSet.Observer.NONE,
        false);
  }

  private static Tally tally(RuleSet set) {
    return new Tally(set.rules().stream().map(RuleDefinition::code).toList());
  }

  private Optional<RunnableSet> live() {
    Integer number = sets.publication().live();
    return number == null
        ? Optional.empty()
        : sets.find(number).map(set -> RunnableSet.of(set.number(), set.rules()));
  }

  /// What is made of a stored payment now.
  private interface Replay {
    Ruling of(Assessment stored, RuleEngine.Judged judged);
  }

  /// The model speaks where a version's rules would.
  private record ModelReplay(
      ScoringModel model, double from, RuleEngine engine, List<Double> scores) implements Replay {

    ModelReplay(ScoringModel model, double from, RuleEngine engine) {
      this(model, from, engine, new ArrayList<>());
    }

    @Override
    public Ruling of(Assessment stored, RuleEngine.Judged judged) {
      double probability = model.score(judged.vector()).probability();
      scores.add(probability);
      boolean flagged = probability >= from;
      RiskScore after =
          flagged
              ? new RiskScore(Decision.DECLINE, RiskScore.HIGHEST, List.of(model.name()))
              : stored.score();
      List<String> hits = flagged ? List.of(model.name()) : List.of();
      return new Ruling(
          judged.before(),
          after,
          List.of(),
          new Ruling.BySet(0, hits, after.decision(), after.score()),
          judge(engine, judged).shadow());
    }
  }

  private final class Run {

    private final Replay replay;
    private final Tally tally;
    private final List<Boolean> frauds = new ArrayList<>();
    private final List<Assessment> waiting = new ArrayList<>();
    private long taken;
    private long skipped;
    private boolean complete = true;

    Run(Replay replay, Tally tally) {
      this.replay = replay;
      this.tally = tally;
    }

    BackTestReport report() {
      return tally.report(skipped, complete);
    }

    boolean take(Assessment assessment) {
      if (taken == mostPayments) {
        complete = false;
        return false;
      }
      taken++;
      waiting.add(assessment);
      if (waiting.size() == A_LOOK_UP) {
        judgeTaken();
      }
      return true;
    }

    /// Those that wait, with what is known of them by now.
    void judgeTaken() {
      Map<String, Boolean> verdicts =
          labels.verdicts(waiting.stream().map(Assessment::paymentId).toList());
      waiting.forEach(each -> judge(each, known(verdicts.get(each.paymentId()))));
      waiting.clear();
    }

    private void judge(Assessment assessment, Known known) {
      PaymentFacts facts = assessment.facts();
      Ruling then = assessment.ruling();
      ModelScore model = assessment.model();
      if (facts == null || then == null || model == null || !isOfToday(model)) {
        skipped++;
        return;
      }
      Ruling again =
          replay.of(
              assessment,
              new RuleEngine.Judged(
                  facts,
                  model.features().stream().mapToDouble(Double::doubleValue).toArray(),
                  then.before(),
                  model.probability()));
      frauds.add(known == Known.FRAUD);
      tally.add(new Replayed(facts.amount(), assessment.score().decision(), again, known));
    }
  }

  private static boolean isOfToday(ModelScore model) {
    return model.schema().equals(FeatureSchema.hash());
  }

  private static Known known(@Nullable Boolean verdict) {
    if (verdict == null) {
      return Known.NOTHING;
    }
    return verdict ? Known.FRAUD : Known.GOOD;
  }
}
