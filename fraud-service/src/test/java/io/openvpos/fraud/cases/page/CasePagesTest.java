package io.openvpos.fraud.cases.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.mongo.MongoAssessments;
import io.openvpos.fraud.cases.CaseDesk;
import io.openvpos.fraud.cases.Cases;
import io.openvpos.fraud.cases.Conclusions;
import io.openvpos.fraud.cases.Evidence;
import io.openvpos.fraud.cases.mongo.MongoCases;
import io.openvpos.fraud.fakes.Assessed;
import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.PageServer;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.labels.mongo.MongoLabels;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.ListsInForce;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.lists.domain.ListPurpose;
import io.openvpos.fraud.lists.mongo.MongoListEntries;
import io.openvpos.fraud.outcomes.Outcome;
import io.openvpos.fraud.outcomes.Outcomes;
import io.openvpos.fraud.outcomes.mongo.MongoOutcomes;
import io.openvpos.fraud.rules.Publication;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.fraud.rules.judging.RuleAction;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.mongo.MongoRuleSets;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.messaging.MessagingAutoConfiguration;
import io.openvpos.messaging.access.Role;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// The case queue over real HTTP, on a store in memory.
class CasePagesTest {

  private static final String CASES = "/portal/fraud/cases";
  private static final MemoryStore MEMORY = new MemoryStore();
  private static final Clock CLOCK =
      Clock.fixed(Payments.NOON.plus(Duration.ofHours(2)), ZoneOffset.UTC);
  private static final MongoListEntries LISTS =
      new MongoListEntries(MEMORY.versioned("list_entries"), MEMORY.plain("list_changes"));
  private static PageServer server;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
  @ComponentScan
  static class Bare {}

  @BeforeAll
  static void start() {
    MongoCases cases = new MongoCases(MEMORY.versioned("cases"), MEMORY.plain("case_snoozes"));
    MongoLabels labels = new MongoLabels(MEMORY.plain("labels"));
    MongoAssessments assessments = new MongoAssessments(MEMORY.plain("assessments"));
    Outcomes outcomes = outcomes();
    Conclusions conclusions = new Conclusions(cases, labels, new ListDesk(LISTS, CLOCK));
    CaseDesk desk = new CaseDesk(cases, conclusions, Duration.ofHours(1), CLOCK);
    for (String payment : List.of("pay_a", "pay_b")) {
      Assessment assessment = Assessed.of(payment, Payments.usual());
      assessments.keepFirst(List.of(assessment));
      desk.open(assessment);
    }
    desk.open(byAnalystsRule());
    server =
        new PageServer(
            Bare.class,
            CLOCK,
            beans -> {
              beans.registerBean(Cases.class, () -> cases);
              beans.registerBean(CaseDesk.class, () -> desk);
              beans.registerBean(
                  RuleSets.class,
                  () ->
                      new MongoRuleSets(
                          MEMORY.versioned("rule_sets"), MEMORY.versioned("rule_publication")));
              beans.registerBean(
                  Evidence.class, () -> new Evidence(assessments, labels, outcomes, held()));
            });
  }

  @AfterAll
  static void stop() {
    server.close();
    MEMORY.close();
  }

  @Test
  void theQueueIsForAnalystsAndAuditorsOnly() {
    for (Role role : Role.values()) {
      boolean reader = role == Role.FRAUD_ANALYST || role == Role.AUDITOR;
      for (String path : List.of(CASES, CASES + "/pay_a")) {
        assertThat(get(role, path).statusCode())
            .as(role + " at " + path)
            .isEqualTo(reader ? 200 : 403);
      }
    }
    assertThat(get(Role.AUDITOR, CASES + "/pay_a").body()).doesNotContain("/conclude");
    assertThat(get(Role.AUDITOR, CASES + "/none").statusCode()).isEqualTo(404);
    assertThat(get(Role.AUDITOR, "/portal/fraud").statusCode()).isEqualTo(303);
  }

  @Test
  void bothLanguagesShowThePaymentAndWhatIsLinked() {
    String turkish = get(Role.FRAUD_ANALYST, CASES + "/pay_a").body();
    String english = get(Role.FRAUD_ANALYST, CASES + "/pay_a?lang=en").body();
    assertThat(turkish)
        .contains("129,90\u00a0TL", "İnceleme", "İzleme · Adres", "ayşe@dükkan.test", "pay_b")
        .contains("iade edildi:", "40,00\u00a0TL", "reddedildi:", "do_not_honour")
        .doesNotContain("??");
    assertThat(english).contains("129.90\u00a0TRY", "Review", "refunded:").doesNotContain("??");
  }

  /// One of each kind, though no payment has them all.
  private static Outcomes outcomes() {
    Outcomes outcomes = new MongoOutcomes(MEMORY.plain("outcomes"));
    long number = 0;
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      String code = kind == Outcome.Kind.DECLINED ? "do_not_honour" : "";
      outcomes.keep(
          List.of(
              new Outcome(
                  new Outcome.Subject(Mode.TEST, "m_1", "pay_a"),
                  ++number,
                  kind,
                  Money.of(4_000, "TRY"),
                  code,
                  Payments.NOON)));
    }
    return outcomes;
  }

  /// A payment that a rule of the analysts' own, in force, sends to review.
  private static Assessment byAnalystsRule() {
    RuleSets sets =
        new MongoRuleSets(MEMORY.versioned("rule_sets"), MEMORY.versioned("rule_publication"));
    RuleDefinition rule =
        new RuleDefinition("own_rule", "true", RuleAction.REVIEW, 0, "Kendi kuralımız", "Our own");
    assertThat(sets.add(new RuleSet(1, "", List.of(rule), "a", Payments.NOON, null))).isTrue();
    Publication.Step step = new Publication.Step("activate", 1, "a", Payments.NOON);
    assertThat(sets.publish(new Publication(1, 1, null, List.of(step)))).isTrue();
    Assessment usual = Assessed.of("pay_c", Payments.usual());
    return new Assessment(
        usual.paymentId(),
        usual.requestHash(),
        usual.merchantId(),
        usual.mode(),
        usual.cardFingerprint(),
        new RiskScore(Decision.REVIEW, 50, List.of("own_rule")),
        usual.velocity(),
        usual.model(),
        usual.facts(),
        usual.ruling(),
        usual.requestedAt(),
        usual.assessedAt());
  }

  @Test
  void aRuleOfTheAnalystsIsSaidInItsOwnWords() {
    assertThat(get(Role.FRAUD_ANALYST, CASES + "/pay_c").body()).contains("Kendi kuralımız");
    assertThat(get(Role.FRAUD_ANALYST, CASES + "?lang=en").body()).contains("Our own");
  }

  @Test
  void aCaseIsTakenAndDeclinedByItsForm() {
    String path = CASES + "/pay_b";
    assertThat(post(Role.AUDITOR, path + "/assign", "").statusCode()).isEqualTo(403);
    assertThat(post(Role.FRAUD_ANALYST, path + "/assign", "").statusCode()).isEqualTo(303);
    HttpResponse<String> wordless =
        post(Role.FRAUD_ANALYST, path + "/conclude", "&outcome=declined&note=+");
    assertThat(wordless.statusCode()).isEqualTo(422);
    assertThat(
            post(
                    Role.FRAUD_ANALYST,
                    path + "/conclude",
                    "&outcome=declined&note=tan%C4%B1m%C4%B1yor&block_card=yes")
                .statusCode())
        .isEqualTo(303);
    assertThat(LISTS.standing()).extracting(ListEntry::value).containsExactly("card-1");
    assertThat(get(Role.AUDITOR, path).body()).contains("tanımıyor", "Reddedilmiş");
    assertThat(get(Role.AUDITOR, CASES + "?status=declined").body()).contains("pay_b");
    assertThat(
            post(Role.FRAUD_ANALYST, path + "/conclude", "&outcome=approved&note=x").statusCode())
        .isEqualTo(409);
  }

  @Test
  void whatACaseSharesIsSnoozedFromItsPage() {
    String path = CASES + "/pay_a";
    String body = "&snooze_entity=email&snooze_hours=%s&snooze_reason=biliyoruz";
    assertThat(post(Role.AUDITOR, path + "/snooze", body.formatted("2")).statusCode())
        .isEqualTo(403);
    assertThat(post(Role.FRAUD_ANALYST, path + "/snooze", body.formatted("2161")).statusCode())
        .isEqualTo(422);
    assertThat(
            post(Role.FRAUD_ANALYST, path + "/snooze", "&snooze_entity=bin&snooze_hours=2")
                .statusCode())
        .isEqualTo(422);
    assertThat(post(Role.FRAUD_ANALYST, path + "/snooze", body.formatted("2")).statusCode())
        .isEqualTo(303);
    assertThat(get(Role.AUDITOR, CASES).body())
        .contains("Şu an ertelenenler", "ayşe@dükkan.test", "biliyoruz")
        .doesNotContain("??");
  }

  /// The case's address is watched.
  private static ListsInForce held() {
    ListsInForce held = new ListsInForce(LISTS, CLOCK);
    ListEntry watched =
        new ListEntry(
            "le_1_1",
            ListName.of(ListPurpose.WATCH, ListEntity.IP),
            "203.0.113.0/24",
            null,
            "kuşkulu",
            "analyst",
            "ayşe",
            Payments.NOON,
            null,
            null,
            null);
    LISTS.add(List.of(watched));
    held.refresh();
    LISTS.remove("le_1_1", "ayşe", Payments.NOON);
    return held;
  }

  private static HttpResponse<String> get(Role role, String path) {
    return server.get(role.code(), path);
  }

  private static HttpResponse<String> post(Role role, String path, String fields) {
    return server.post(role.code(), path, fields);
  }
}
