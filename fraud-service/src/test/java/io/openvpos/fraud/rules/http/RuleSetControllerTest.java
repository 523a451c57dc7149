package io.openvpos.fraud.rules.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.MutableClock;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.lists.ListsInForce;
import io.openvpos.fraud.lists.mongo.MongoListEntries;
import io.openvpos.fraud.rules.RuleSetDesk;
import io.openvpos.fraud.rules.RulesInForce;
import io.openvpos.fraud.rules.judging.RunnableSet;
import io.openvpos.fraud.rules.mongo.MongoRuleSets;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RuleBook;
import io.openvpos.fraud.scoring.ScoringThresholds;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class RuleSetControllerTest {

  private static final Caller AYSE = new Caller.Staff("ayşe", Set.of(Role.FRAUD_ANALYST), null);
  private static final Caller BORA = new Caller.Staff("bora", Set.of(Role.FRAUD_ANALYST), null);
  private static final Caller AUDITOR = new Caller.Staff("a", Set.of(Role.AUDITOR), null);
  private static final ScoringThresholds THRESHOLDS = new ScoringThresholds(50, 80, Map.of());

  private final MemoryStore store = new MemoryStore();
  private final MutableClock clock = new MutableClock(Payments.NOON);
  private final MongoRuleSets sets =
      new MongoRuleSets(store.versioned("rule_sets"), store.versioned("rule_publication"));
  private final RulesInForce rules =
      new RulesInForce(
          sets,
          new ListsInForce(
              new MongoListEntries(store.versioned("list_entries"), store.plain("list_changes")),
              clock),
          THRESHOLDS,
          RunnableSet.Observer.NONE);
  private final RuleSetController controller =
      new RuleSetController(
          sets,
          new RuleSetDesk(sets, clock),
          new RuleBook(THRESHOLDS),
          new JsonBody(
              JsonMapper.builder()
                  .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                  .build()));

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aVersionGoesFromDraftThroughShadowToForce() {
    String id = draft(AYSE, rule("high_sale", "amount > 10000", "decline"));
    assertThat(controller.get(AUDITOR, id).state()).isEqualTo("draft");
    assertThat(problem(() -> controller.activate(AYSE, id))).isEqualTo("409 rule_set_not_approved");
    assertThat(problem(() -> controller.approve(AYSE, id))).isEqualTo("409 own_rule_set");
    assertThat(controller.approve(BORA, id).state()).isEqualTo("approved");
    assertThat(problem(() -> controller.activate(AYSE, id))).isEqualTo("409 rule_set_not_tried");

    assertThat(controller.shadow(AYSE, id).state()).isEqualTo("shadow");
    rules.refresh();
    assertThat(decision()).isEqualTo(Decision.APPROVE);
    assertThat(Objects.requireNonNull(rules.judge(Payments.usual().judged()).shadow()).hits())
        .containsExactly("high_sale");

    RuleSetAnswer live = controller.activate(AYSE, id);
    assertThat(live.state()).isEqualTo("live");
    assertThat(live.approvedBy()).isEqualTo("bora");
    assertThat(live.history())
        .extracting(RuleSetAnswer.Step::action)
        .containsExactly("shadow", "activate");
    rules.refresh();
    assertThat(decision()).isEqualTo(Decision.DECLINE);
    assertThat(rules.liveVersion()).isEqualTo(Integer.parseInt(id));
  }

  @Test
  void anEarlierVersionComesBackAndOnePersonCanEndOne() {
    String first = live(rule("one_rule", "true", "review"));
    String second = live(rule("two_rule", "true", "decline"));
    assertThat(controller.get(AYSE, first).state()).isEqualTo("retired");
    rules.refresh();
    assertThat(decision()).isEqualTo(Decision.DECLINE);

    controller.activate(AYSE, first);
    rules.refresh();
    assertThat(decision()).isEqualTo(Decision.REVIEW);

    controller.deactivate(AYSE, first);
    rules.refresh();
    assertThat(decision()).isEqualTo(Decision.APPROVE);
    assertThat(problem(() -> controller.deactivate(AYSE, second)))
        .isEqualTo("409 rule_set_not_in_force");
    assertThat(controller.list(AUDITOR, "1", null).data().getFirst().id()).isEqualTo(second);
    assertThat(controller.list(AUDITOR, "1", second).data().getFirst().id()).isEqualTo(first);
  }

  @Test
  void stepsTakenTwiceAreTakenOnce() {
    String id = live(rule("one_rule", "true", "review"));
    controller.activate(BORA, id);
    controller.approve(BORA, id);
    assertThat(controller.get(AYSE, id).history()).hasSize(2);
    assertThat(problem(() -> controller.shadow(AYSE, id))).isEqualTo("409 rule_set_is_live");
  }

  @Test
  void everyFaultIsNamedAndNothingIsKept() {
    ProblemException refused =
        refused(() ->
            draft(
                AYSE,
                rule("velocity_minute", "amount >\\n unknown", "decline"),
                rule("Big", "amount", "burn"),
                rule("fine_rule", "true", "review")));
    assertThat(refused.fields())
        .extracting(field -> field.pointer() + " " + field.code())
        .containsExactly(
            "/rules/0/code rule_code_taken",
            "/rules/0/when rule_unknown_name",
            "/rules/1/code rule_code",
            "/rules/1/when rule_not_a_condition",
            "/rules/1/action rule_action");
    assertThat(refused.fields().get(1).arguments()).isEqualTo(List.of(2, 2, "unknown"));
    assertThat(sets.newest()).isZero();
    assertThat(refused(() -> controller.create(AYSE, json("{}"))).fields()).hasSize(2);
  }

  @Test
  void onlyAnalystsChangeRules() {
    String id = draft(AYSE, rule("one_rule", "true", "review"));
    for (Caller caller :
        List.of(AUDITOR, new Caller.Staff("m", Set.of(Role.MERCHANT_ADMIN), "m_1"))) {
      assertThat(problem(() -> controller.create(caller, json("x")))).isEqualTo("403 forbidden");
      assertThat(problem(() -> controller.shadow(caller, id))).isEqualTo("403 forbidden");
    }
    assertThat(problem(() -> controller.get(AYSE, "99"))).isEqualTo("404 not_found");
    assertThat(problem(() -> controller.get(AYSE, "x"))).isEqualTo("404 not_found");
    assertThat(controller.fields(AUDITOR).data()).hasSizeGreaterThan(60);
  }

  private Decision decision() {
    return rules.judge(Payments.usual().judged()).after().decision();
  }

  private String live(String rule) {
    String id = draft(AYSE, rule);
    controller.shadow(AYSE, id);
    controller.approve(BORA, id);
    controller.activate(AYSE, id);
    return id;
  }

  private String draft(Caller author, String... rules) {
    String body = "{\"note\": \"deneme\", \"rules\": [" + String.join(",", rules) + "]}";
    return Objects.requireNonNull(controller.create(author, json(body)).getBody()).id();
  }

  private static String rule(String code, String when, String action) {
    return """
    {"code": "%s", "when": "%s", "action": "%s", "text_tr": "Yüksek", "text_en": "High"}\
    """
        .formatted(code, when, action);
  }

  private static MockServerWebExchange json(String body) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.post("/").contentType(MediaType.APPLICATION_JSON).body(body));
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem = refused(call);
    return problem.status() + " " + problem.code();
  }

  private static ProblemException refused(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }
}
