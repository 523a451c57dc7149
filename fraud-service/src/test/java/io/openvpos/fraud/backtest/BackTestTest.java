package io.openvpos.fraud.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.assessment.mongo.MongoAssessments;
import io.openvpos.fraud.backtest.domain.BackTestReport;
import io.openvpos.fraud.fakes.Assessed;
import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.MutableClock;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.labels.Label;
import io.openvpos.fraud.labels.mongo.MongoLabels;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.lists.mongo.MongoListEntries;
import io.openvpos.fraud.model.ScoringModel;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSetDesk;
import io.openvpos.fraud.rules.judging.RuleAction;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.mongo.MongoRuleSets;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackTestTest {

  private final MemoryStore store = new MemoryStore();
  private final MutableClock clock = new MutableClock(Payments.NOON.plus(Duration.ofDays(5)));
  private final MongoAssessments assessments = new MongoAssessments(store.plain("assessments"));
  private final MongoLabels labels = new MongoLabels(store.plain("labels"));
  private final MongoListEntries entries =
      new MongoListEntries(store.versioned("list_entries"), store.plain("list_changes"));
  private final MongoRuleSets sets =
      new MongoRuleSets(store.versioned("rule_sets"), store.versioned("rule_publication"));
  private final RuleSetDesk desk = new RuleSetDesk(sets, clock);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aDraftIsCountedAgainstWhatIsKnownByNow() {
    paid("pay_fraud_high", Payments.usual().with(Feature.AMOUNT, 90_000), 90_000);
    paid("pay_good_high", Payments.usual().with(Feature.AMOUNT, 80_000), 80_000);
    paid("pay_fraud_low", Payments.usual(), 100);
    paid("pay_quiet", Payments.usual(), 200);
    paid(
        "pay_declined",
        Payments.usual()
            .with(Feature.AMOUNT, 70_000)
            .before(new RiskScore(Decision.DECLINE, 95, List.of("velocity_minute"))),
        70_000);
    paid("pay_old", Payments.usual().at(Payments.NOON.minus(Duration.ofDays(9))), 1);
    known("pay_fraud_high", true);
    known("pay_fraud_low", true);
    known("pay_good_high", false);
    live(rule("live_high", "amount >= 85000", RuleAction.REVIEW));

    BackTestReport report =
        run(
            100,
            rule("high_sale", "amount > 50000", RuleAction.DECLINE),
            rule("never_true", "amount < 0", RuleAction.DECLINE));

    assertThat(report.payments()).isEqualTo(5);
    assertThat(report.skipped()).isZero();
    assertThat(report.complete()).isTrue();
    assertThat(report.frauds()).isEqualTo(2);
    assertThat(report.flagged()).isEqualTo(3);
    assertThat(report.precision()).isEqualTo(1.0 / 3);
    assertThat(report.recall()).isEqualTo(0.5);
    assertThat(report.draft())
        .isEqualTo(Map.of("approve", 2L, "review", 0L, "challenge", 0L, "decline", 3L));
    assertThat(report.decided())
        .isEqualTo(Map.of("approve", 4L, "review", 0L, "challenge", 0L, "decline", 1L));
    assertThat(report.fraudBlocked()).isEqualTo(Map.of("TRY", 90_000L));
    assertThat(report.goodSalesBlocked()).isOne();
    assertThat(report.goodBlocked()).isEqualTo(Map.of("TRY", 80_000L));
    assertThat(report.overlap()).isEqualTo(new BackTestReport.Overlap(1, 2, 0));
    assertThat(report.rules())
        .containsExactly(
            new BackTestReport.RuleResult("high_sale", 3, 1, 3, 1.0 / 3),
            new BackTestReport.RuleResult("never_true", 0, 0, 0, Double.NaN));
  }

  @Test
  void anEntryThatAPaymentsOwnChargebackMadeDoesNotFindIt() {
    paid("pay_first", Payments.usual().card("fp"), 100);
    clock.advance(Duration.ofDays(-4));
    new ListDesk(entries, clock)
        .add(
            new ListDesk.Wish(
                ListName.of("watch_card").orElseThrow(), "fp", null, "r", "chargeback", null),
            "chargeback");
    paid("pay_next", Payments.usual().card("fp").at(Payments.NOON.plus(Duration.ofDays(2))), 100);
    clock.advance(Duration.ofDays(4));
    known("pay_first", true);
    known("pay_next", true);

    BackTestReport report =
        run(100, rule("watched_card", "on_list('watch_card', card)", RuleAction.REVIEW));

    assertThat(report.flagged()).isOne();
    assertThat(report.recall()).isEqualTo(0.5);
  }

  @Test
  void whatShopsTryOutIsNoSale() {
    paid("pay_sale", Payments.usual().live(), 100);
    for (int i = 0; i < 7; i++) {
      paid("pay_trial_" + i, Payments.usual(), 900);
    }
    RuleDefinition all = rule("any_sale", "true", RuleAction.DECLINE);
    BackTestReport report = run(Mode.LIVE, 5, all);
    assertThat(report.payments()).isOne();
    assertThat(report.complete()).isTrue();
    assertThat(report.goodBlocked()).isEqualTo(Map.of("TRY", 100L));
    assertThat(run(Mode.TEST, 100, all).payments()).isEqualTo(7);
    assertThat(run(100, all).payments()).isEqualTo(8);
  }

  @Test
  void aModelIsTriedOnTheVectorsThatWereServed() {
    paid("pay_fraud_high", Payments.usual().with(Feature.AMOUNT, 90_000), 90_000);
    paid("pay_fraud_low", Payments.usual(), 100);
    paid("pay_unknown_high", Payments.usual().with(Feature.AMOUNT, 80_000), 80_000);
    paid("pay_quiet", Payments.usual().with(Feature.AMOUNT, 50), 50);
    paid(
        "pay_declined",
        Payments.usual()
            .with(Feature.AMOUNT, 95_000)
            .before(new RiskScore(Decision.DECLINE, 95, List.of("velocity_minute"))),
        95_000);
    known("pay_fraud_high", true);
    known("pay_fraud_low", true);
    live(rule("live_high", "amount >= 85000", RuleAction.REVIEW));

    BackTest.OfModel made = backTest(100).run(new ByAmount(), 0.8, new BackTest.Span(7, Mode.TEST));

    BackTestReport report = made.report();
    assertThat(report.payments()).isEqualTo(5);
    assertThat(report.flagged()).isEqualTo(3);
    assertThat(report.precision()).isEqualTo(1.0 / 3);
    assertThat(report.recall()).isEqualTo(0.5);
    assertThat(report.fraudBlocked()).isEqualTo(Map.of("TRY", 90_000L));
    assertThat(report.goodBlocked()).isEqualTo(Map.of("TRY", 80_000L));
    assertThat(report.goodSalesBlocked()).isOne();
    assertThat(report.overlap()).isEqualTo(new BackTestReport.Overlap(2, 1, 0));
    assertThat(made.ranking().rocArea()).isEqualTo(3.0 / 6);
    assertThat(made.ranking().averagePrecision()).isEqualTo((1 / 2.0 + 2 / 4.0) / 2);
  }

  /// A hundred thousand is certain.
  private static final class ByAmount implements ScoringModel {

    @Override
    public String name() {
      return "by-amount";
    }

    @Override
    public Score score(double[] vector) {
      return new Score(vector[Feature.AMOUNT.slot()] / 100_000, List.of());
    }
  }

  @Test
  void whatIsTooMuchIsSaidAndTheNewestAreTaken() {
    for (int i = 0; i < 7; i++) {
      paid("pay_" + i, Payments.usual().at(Payments.NOON.plusSeconds(i * 37 % 7)), 100 + i);
    }
    known("pay_0", true);
    BackTestReport report = run(5, rule("any_sale", "true", RuleAction.DECLINE));
    assertThat(report.payments()).isEqualTo(5);
    assertThat(report.complete()).isFalse();
    assertThat(report.recall()).isNaN();
    assertThat(report.goodBlocked()).isEqualTo(Map.of("TRY", 101L + 102 + 103 + 105 + 106));
  }

  private BackTestReport run(int most, RuleDefinition... rules) {
    return run(null, most, rules);
  }

  private BackTestReport run(@Nullable Mode mode, int most, RuleDefinition... rules) {
    RuleSet draft = desk.create("n", List.of(rules), "ayşe");
    return backTest(most).run(draft, new BackTest.Span(7, mode));
  }

  private BackTest backTest(int most) {
    BackTest.Limits limits = new BackTest.Limits(Assessed.THRESHOLDS, most);
    return new BackTest(assessments, labels, entries, sets, limits, clock);
  }

  private void live(RuleDefinition rule) {
    RuleSet set = desk.create("n", List.of(rule), "ayşe");
    desk.shadow(set, "ayşe");
    desk.approve(set, "bora");
    RuleSet approved = sets.find(set.number()).orElseThrow();
    assertThat(desk.activate(approved, "bora")).isEmpty();
  }

  private void paid(String id, Payments payment, long amount) {
    assessments.keepFirst(List.of(Assessed.of(id, payment.amount(Money.of(amount, "TRY")))));
  }

  private void known(String payment, boolean fraud) {
    labels.add(new Label("l_" + payment, payment, "c", fraud, "case", "", clock.instant(), "ayşe"));
  }

  private static RuleDefinition rule(String code, String when, RuleAction action) {
    return new RuleDefinition(code, when, action, 0, "t", "t");
  }
}
