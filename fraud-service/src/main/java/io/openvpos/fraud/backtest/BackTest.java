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
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.judging.RuleEngine;
import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.fraud.rules.judging.RunnableSet;
import io.openvpos.fraud.scoring.ModelScore;
import io.openvpos.fraud.scoring.ScoringThresholds;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Judges stored payments again with the engine of production: the vectors that were served, the
/// lists as they stood at each payment, and a version that need not be in force.
public final class BackTest {

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

  /// Takes about a second for ten thousand payments. 409 `back_test_running` while another runs.
  ///
  /// @param mode only payments of that mode; null for both
  public BackTestReport run(RuleSet set, int days, @Nullable Mode mode) {
    if (!place.tryAcquire()) {
      throw ProblemException.of(409, "back_test_running");
    }
    try {
      return judged(set, days, mode);
    } finally {
      place.release();
    }
  }

  private BackTestReport judged(RuleSet set, int days, @Nullable Mode mode) {
    RunnableSet draft = RunnableSet.of(set.number(), set.rules());
    RuleEngine engine =
        new RuleEngine(draft, live().orElse(null), ListBook.of(lists.all()), thresholds);
    Run run = new Run(engine, labels.verdicts(), tally(set));
    assessments.since(
        clock.instant().minus(Duration.ofDays(days)),
        each -> (mode != null && each.mode() != mode) || run.take(each));
    return run.tally.report(run.skipped, run.complete);
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

  private final class Run {

    private final RuleEngine engine;
    private final Map<String, Boolean> verdicts;
    private final Tally tally;
    private long taken;
    private long skipped;
    private boolean complete = true;

    Run(RuleEngine engine, Map<String, Boolean> verdicts, Tally tally) {
      this.engine = engine;
      this.verdicts = verdicts;
      this.tally = tally;
    }

    boolean take(Assessment assessment) {
      if (taken == mostPayments) {
        complete = false;
        return false;
      }
      taken++;
      PaymentFacts facts = assessment.facts();
      Ruling then = assessment.ruling();
      ModelScore model = assessment.model();
      if (facts == null || then == null || model == null || !isOfToday(model)) {
        skipped++;
        return true;
      }
      Ruling again =
          engine.judge(
              new RuleEngine.Judged(
                  facts,
                  model.features().stream().mapToDouble(Double::doubleValue).toArray(),
                  then.before(),
                  model.probability()),
              ListBook.Moment.past(facts.occurredAt(), facts.mode()),
              RunnableSet.Observer.NONE,
              false);
      tally.add(
          new Replayed(
              facts.amount(),
              assessment.score().decision(),
              again,
              known(verdicts.get(assessment.paymentId()))));
      return true;
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
