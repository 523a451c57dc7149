package io.openvpos.fraud.rules.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.lists.domain.ListBook;
import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.fraud.scoring.ScoringThresholds;
import io.openvpos.money.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleEngineTest {

  private static final ScoringThresholds THRESHOLDS = new ScoringThresholds(50, 80, Map.of());
  private static final RiskScore DECLINED =
      new RiskScore(Decision.DECLINE, 95, List.of("fraud_test_email"));

  private final List<ListEntry> entries = new ArrayList<>();

  @Test
  void theStrongestActionDecidesAndIsNamedFirst() {
    RunnableSet set =
        set(
            rule("a_score", "true", RuleAction.SCORE, 30),
            rule("b_review", "amount > 100", RuleAction.REVIEW, 0),
            rule("c_decline", "ip == '203.0.113.7'", RuleAction.DECLINE, 0),
            rule("d_not", "night", RuleAction.DECLINE, 0));

    Ruling ruling = judge(set, null, Payments.usual());

    assertThat(ruling.after())
        .isEqualTo(
            new RiskScore(Decision.DECLINE, 90, List.of("c_decline", "b_review", "a_score")));
    assertThat(ruling.live())
        .isEqualTo(
            new Ruling.BySet(7, List.of("a_score", "b_review", "c_decline"), Decision.DECLINE, 90));
    assertThat(ruling.before().score()).isEqualTo(5);
  }

  @Test
  void pointsAddUpAndCrossThresholds() {
    RunnableSet set =
        set(
            rule("a_score", "true", RuleAction.SCORE, 30),
            rule("b_score", "true", RuleAction.SCORE, 40),
            rule("c_score", "true", RuleAction.SCORE, 100));
    assertThat(judge(set, null, Payments.usual()).after())
        .isEqualTo(new RiskScore(Decision.DECLINE, 100, List.of("c_score", "b_score", "a_score")));
  }

  @Test
  void aChallengeOutranksAReviewWhereTheShopperCanBeAsked() {
    RunnableSet set =
        set(
            rule("look", "true", RuleAction.REVIEW, 0),
            rule("prove", "true", RuleAction.CHALLENGE, 0));

    Ruling ruling = judge(set, set, standing(AuthenticationStanding.POSSIBLE));

    assertThat(ruling.after())
        .isEqualTo(new RiskScore(Decision.CHALLENGE, 50, List.of("prove", "look")));
    assertThat(ruling.shadow())
        .isEqualTo(new Ruling.BySet(7, List.of("look", "prove"), Decision.CHALLENGE, 50));
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPOSSIBLE", "UNAVAILABLE"})
  void aChallengeIsAReviewWhereNobodyCanBeAskedAndSaysSo(AuthenticationStanding standing) {
    RunnableSet set = set(rule("prove", "true", RuleAction.CHALLENGE, 0));
    assertThat(judge(set, null, standing(standing)).after())
        .isEqualTo(new RiskScore(Decision.REVIEW, 50, List.of("prove", "challenge_not_possible")));
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTHENTICATED", "ATTEMPTED"})
  void aProofSatisfiesAChallengeAndNothingElse(AuthenticationStanding standing) {
    RunnableSet prove = set(rule("prove", "true", RuleAction.CHALLENGE, 0));
    Ruling satisfied = judge(prove, null, standing(standing));
    assertThat(satisfied.after()).isEqualTo(satisfied.before());
    assertThat(satisfied.live())
        .isEqualTo(new Ruling.BySet(7, List.of("prove"), Decision.APPROVE, 5));

    RunnableSet both =
        set(
            rule("prove", "true", RuleAction.CHALLENGE, 0),
            rule("look", "true", RuleAction.REVIEW, 0));
    assertThat(judge(both, null, standing(standing)).after())
        .isEqualTo(new RiskScore(Decision.REVIEW, 50, List.of("look")));
  }

  @Test
  void aDeclineOutranksAChallenge() {
    RunnableSet set =
        set(
            rule("prove", "true", RuleAction.CHALLENGE, 0),
            rule("points", "true", RuleAction.SCORE, 80));
    assertThat(judge(set, null, standing(AuthenticationStanding.POSSIBLE)).after().decision())
        .isEqualTo(Decision.DECLINE);
  }

  @Test
  void rulesSpeakOfTheAuthenticationAndTheDevice() {
    RunnableSet set =
        set(
            rule("proved", "authentication == \"authenticated\"", RuleAction.REVIEW, 0),
            rule("seen", "device == \"dev-7\"", RuleAction.DECLINE, 0));
    Payments payment = standing(AuthenticationStanding.AUTHENTICATED).device("dev-7");
    assertThat(judge(set, null, payment).after().reasons()).containsExactly("seen", "proved");
    assertThat(judge(set, null, Payments.usual()).after().reasons()).isEmpty();
  }

  @Test
  void aBlockedDeviceIsDeclined() {
    listed("block_device", "dev-7");
    assertThat(judge(null, null, Payments.usual().device("dev-7")).after())
        .isEqualTo(new RiskScore(Decision.DECLINE, 90, List.of("block_list_device")));
    assertThat(judge(null, null, Payments.usual().device("DEV-7")).after().score()).isEqualTo(5);
    assertThat(judge(null, null, Payments.usual()).after().score()).isEqualTo(5);
  }

  private static Payments standing(AuthenticationStanding standing) {
    return Payments.usual().authentication(standing);
  }

  @Test
  void nothingLowersAScore() {
    RunnableSet set =
        set(
            rule("let_through", "true", RuleAction.ALLOW, 0),
            rule("b_decline", "true", RuleAction.DECLINE, 0));
    assertThat(judge(set, null, Payments.usual()).after().decision()).isEqualTo(Decision.APPROVE);
    assertThat(judge(set, null, Payments.usual().before(DECLINED)).after()).isEqualTo(DECLINED);
    RunnableSet review = set(rule("b_review", "true", RuleAction.REVIEW, 0));
    assertThat(judge(review, null, Payments.usual().before(DECLINED)).after())
        .isEqualTo(new RiskScore(Decision.DECLINE, 95, List.of("fraud_test_email", "b_review")));
  }

  @Test
  void aBlockListDeclinesEvenWhatIsAllowed() {
    listed("allow_card", "card-1");
    RunnableSet set = set(rule("b_decline", "true", RuleAction.DECLINE, 0));
    assertThat(judge(set, null, Payments.usual()).after().decision()).isEqualTo(Decision.APPROVE);

    listed("block_ip", "203.0.113.0/24");

    Ruling ruling = judge(set, null, Payments.usual());
    assertThat(ruling.after())
        .isEqualTo(new RiskScore(Decision.DECLINE, 90, List.of("block_list_ip")));
    assertThat(ruling.lists()).containsExactly("block_ip", "allow_card");
  }

  @Test
  void aShadowIsRecordedAndChangesNothing() {
    RunnableSet shadow = set(rule("b_decline", "true", RuleAction.DECLINE, 0));
    Ruling ruling = judge(null, shadow, Payments.usual());
    assertThat(ruling.after()).isEqualTo(ruling.before());
    assertThat(ruling.live()).isNull();
    assertThat(ruling.shadow())
        .isEqualTo(new Ruling.BySet(7, List.of("b_decline"), Decision.DECLINE, 90));
  }

  @Test
  void aRuleWithoutAnAnswerDoesNotMatch() {
    RunnableSet set = set(rule("b_decline", "100 / (hour - 12) > 0", RuleAction.DECLINE, 0));
    assertThat(judge(set, null, Payments.usual()).after().decision()).isEqualTo(Decision.APPROVE);
  }

  @Test
  void rulesLookListsUp() {
    listed("watch_email", "@dükkan.test");
    RunnableSet set = set(rule("b_review", "on_list('watch_email', email)", RuleAction.REVIEW, 0));
    assertThat(judge(set, null, Payments.usual()).after().reasons()).containsExactly("b_review");
    assertThat(judge(set, null, Payments.usual().email("")).after().reasons()).isEmpty();
  }

  private Ruling judge(@Nullable RunnableSet live, @Nullable RunnableSet shadow, Payments payment) {
    RuleEngine engine = new RuleEngine(live, shadow, ListBook.of(entries), THRESHOLDS);
    return engine.judge(
        payment.judged(),
        ListBook.Moment.of(Payments.NOON, Mode.TEST),
        RunnableSet.Observer.NONE,
        true);
  }

  private void listed(String list, String value) {
    entries.add(
        new ListEntry(
            "le_" + entries.size(),
            ListName.of(list).orElseThrow(),
            value,
            null,
            "r",
            "analyst",
            "a",
            Payments.NOON,
            null,
            null,
            null));
  }

  private static RunnableSet set(RuleDefinition... rules) {
    return RunnableSet.of(7, List.of(rules));
  }

  private static RuleDefinition rule(String code, String when, RuleAction action, int points) {
    return new RuleDefinition(code, when, action, points, "t", "t");
  }
}
