package io.openvpos.fraud.cases.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.fraud.assessment.mongo.MongoAssessments;
import io.openvpos.fraud.cases.CaseDesk;
import io.openvpos.fraud.cases.Conclusions;
import io.openvpos.fraud.cases.Evidence;
import io.openvpos.fraud.cases.domain.ReviewCase;
import io.openvpos.fraud.cases.mongo.MongoCases;
import io.openvpos.fraud.fakes.Assessed;
import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.MutableClock;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.labels.mongo.MongoLabels;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.ListsInForce;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.mongo.MongoListEntries;
import io.openvpos.fraud.outcomes.Outcome;
import io.openvpos.fraud.outcomes.Outcomes;
import io.openvpos.fraud.outcomes.mongo.MongoOutcomes;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class CaseControllerTest {

  private static final Caller AYSE = new Caller.Staff("ayşe", Set.of(Role.FRAUD_ANALYST), null);
  private static final Caller BORA = new Caller.Staff("bora", Set.of(Role.FRAUD_ANALYST), null);
  private static final Caller AUDITOR = new Caller.Staff("a", Set.of(Role.AUDITOR), null);
  private static final Caller OPS = new Caller.Staff("o", Set.of(Role.ACQUIRER_OPS), null);

  private final MemoryStore store = new MemoryStore();
  private final MutableClock clock = new MutableClock(Payments.NOON);
  private final MongoCases cases =
      new MongoCases(store.versioned("cases"), store.plain("case_snoozes"));
  private final MongoLabels labels = new MongoLabels(store.plain("labels"));
  private final MongoListEntries entries =
      new MongoListEntries(store.versioned("list_entries"), store.plain("list_changes"));
  private final MongoAssessments assessments = new MongoAssessments(store.plain("assessments"));
  private final Outcomes outcomes = new MongoOutcomes(store.plain("outcomes"));
  private final Conclusions conclusions =
      new Conclusions(cases, labels, new ListDesk(entries, clock));
  private final CaseDesk desk = new CaseDesk(cases, conclusions, Duration.ofHours(24), clock);
  private final CaseController controller =
      new CaseController(
          cases,
          desk,
          new Evidence(assessments, labels, outcomes, new ListsInForce(entries, clock)),
          new JsonBody(
              JsonMapper.builder()
                  .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                  .build()),
          clock);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aPaymentIsQueuedOnceAndTheOldestComesFirst() {
    reviewed("pay_b", Payments.usual());
    clock.advance(Duration.ofMinutes(90));
    reviewed("pay_a", Payments.usual());
    reviewed("pay_b", Payments.usual());
    clock.advance(Duration.ofHours(23));

    assertThat(open()).extracting(CaseAnswer::id).containsExactly("pay_b", "pay_a");
    assertThat(open()).extracting(CaseAnswer::overdue).containsExactly(true, false);
    assertThat(controller.list(AUDITOR, "open", null, "1", "pay_b").data())
        .extracting(CaseAnswer::id)
        .containsExactly("pay_a");
    assertThat(controller.summary(AUDITOR))
        .isEqualTo(new CaseAnswer.Summary(2, 2, 1, 24L * 60 + 30, 0, 0, 1, 1, true));
  }

  @Test
  void whoLooksAtACaseIsNotDisturbed() {
    reviewed("pay_a", Payments.usual());
    assertThat(controller.assign(AYSE, "pay_a").assignee()).isEqualTo("ayşe");
    controller.assign(AYSE, "pay_a");
    assertThat(problem(() -> controller.assign(BORA, "pay_a"))).isEqualTo("409 case_of_another");
    assertThat(problem(() -> controller.approve(BORA, "pay_a", json("{}"))))
        .isEqualTo("409 case_of_another");
    assertThat(controller.release(BORA, "pay_a").assignee()).isNull();
    assertThat(controller.approve(BORA, "pay_a", json("{}")).status()).isEqualTo("approved");
    assertThat(labels.verdicts(List.of("pay_a"))).containsEntry("pay_a", false);
    assertThat(controller.approve(BORA, "pay_a", json("{}")).history())
        .extracting(CaseAnswer.Step::action)
        .containsExactly("assign", "release", "approve");
    assertThat(problem(() -> controller.decline(BORA, "pay_a", json("{\"note\": \"x\"}"))))
        .isEqualTo("409 case_closed");
  }

  @Test
  void aDeclinedOneIsLabelledAndBlockedAsAskedFor() {
    reviewed("pay_a", Payments.usual());
    String body =
        """
        {"note": "Kart sahibi tanımıyor", "block": ["card", "ip", "card"]}\
        """;
    CaseAnswer answer = controller.decline(AYSE, "pay_a", json(body));
    assertThat(answer.status()).isEqualTo("declined");
    assertThat(labels.verdicts(List.of("pay_a"))).containsEntry("pay_a", true);
    assertThat(entries.standing())
        .extracting(entry -> entry.list().code() + " " + entry.value())
        .containsExactlyInAnyOrder("block_card card-1", "block_ip 203.0.113.7");
    assertThat(cases.unfinished(9)).isEmpty();
  }

  @Test
  void aCrashBehindTheConclusionLosesNothing() {
    reviewed("pay_a", Payments.usual());
    ReviewCase there = cases.find("pay_a").orElseThrow();
    var concluded =
        (ReviewCase.Changed)
            there.conclude(
                new ReviewCase.Conclusion(
                    true, "n", List.of(ListEntity.CARD), "ayşe", clock.instant()));
    assertThat(cases.save(concluded.next())).isTrue();
    assertThat(cases.save(concluded.next())).isFalse();

    conclusions.sweep();
    conclusions.sweep();

    assertThat(labels.verdicts(List.of("pay_a"))).containsEntry("pay_a", true);
    assertThat(entries.standing()).extracting(ListEntry::value).containsExactly("card-1");
    assertThat(cases.unfinished(9)).isEmpty();
  }

  @Test
  void linkedPaymentsAreShownWithWhatIsKnownOfThem() {
    reviewed("pay_a", Payments.usual().device("dev-7"));
    assessments.keepFirst(
        List.of(
            Assessed.of("pay_card", Payments.usual().ip("").email("")),
            Assessed.of("pay_card", "after the proof", Payments.usual().ip("").email("")),
            Assessed.of("pay_device", Payments.usual().card("y").ip("").email("").device("dev-7")),
            Assessed.of("pay_ip", Payments.usual().card("other").email("")),
            Assessed.of("pay_else", Payments.usual().card("z").ip("").email(""))));
    reviewed("pay_card", Payments.usual());
    controller.decline(AYSE, "pay_card", json("{\"note\": \"x\"}"));

    CaseAnswer.WithEvidence shown = controller.get(AUDITOR, "pay_a");

    assertThat(controller.get(AUDITOR, "pay_card").timeline())
        .extracting(each -> each.what() + " " + each.detail() + " " + each.by())
        .containsExactly(
            "assessed approve null",
            "assessed approve null",
            "opened null null",
            "known_fraud case ayşe",
            "decline null ayşe");
    assertThat(shown.linked())
        .extracting(each -> each.by() + " " + each.paymentId() + " " + each.fraud())
        .containsExactly("card pay_card true", "ip pay_ip null", "device pay_device null");
    assertThat(shown.payment().bin()).isEqualTo("45321234");
  }

  @Test
  void whatHappenedToThePaymentIsOnItsTimeline() {
    reviewed("pay_a", Payments.usual());
    outcomes.keep(
        List.of(
            outcome(Mode.TEST, 1, Outcome.Kind.AUTHORIZED, 12_990),
            outcome(Mode.TEST, 2, Outcome.Kind.CAPTURED, 12_990),
            outcome(Mode.TEST, 3, Outcome.Kind.REFUNDED, 4_000),
            outcome(Mode.LIVE, 1, Outcome.Kind.DECLINED, 12_990)));

    assertThat(controller.get(AUDITOR, "pay_a").timeline())
        .extracting(each -> each.what() + " " + each.amount() + " " + each.currency())
        .containsExactly(
            "assessed null null",
            "opened null null",
            "authorized 12990 TRY",
            "captured 12990 TRY",
            "refunded 4000 TRY");
  }

  private static Outcome outcome(Mode mode, long number, Outcome.Kind kind, long amount) {
    return new Outcome(
        new Outcome.Subject(mode, "m_1", "pay_a"),
        number,
        kind,
        Money.of(amount, "TRY"),
        "",
        Payments.NOON.plusSeconds(number));
  }

  @Test
  void trialsOfACardHideNoneOfItsSales() {
    reviewed("pay_a", Payments.usual().live());
    assessments.keepFirst(List.of(Assessed.of("pay_sale", Payments.usual().live().ip(""))));
    for (int i = 0; i < 30; i++) {
      Payments trial = Payments.usual().ip("").email("").at(Payments.NOON.plusSeconds(i));
      assessments.keepFirst(List.of(Assessed.of("pay_trial_" + i, trial)));
    }
    assertThat(controller.get(AUDITOR, "pay_a").linked())
        .extracting(each -> each.by() + " " + each.paymentId())
        .contains("card pay_sale");
  }

  @Test
  void aSnoozedEntityOpensNothingForItsTime() {
    controller.snooze(
        AYSE,
        json(
            """
            {"entity": "email", "value": "Ayşe@dükkan.test", "hours": 2, "reason": "biliyoruz"}\
            """));
    reviewed("pay_a", Payments.usual());
    assertThat(open()).isEmpty();
    assertThat(controller.list(AYSE, "snoozed", null, "20", null).data()).hasSize(1);
    assertThat(controller.snoozes(AUDITOR).data()).hasSize(1);
    clock.advance(Duration.ofHours(2));
    reviewed("pay_b", Payments.usual());
    assertThat(open()).extracting(CaseAnswer::id).containsExactly("pay_b");
    assertThat(controller.snoozes(AUDITOR).data()).isEmpty();
    assertThat(controller.assign(AYSE, "pay_a").status()).isEqualTo("open");
  }

  @Test
  void anAddressIsSnoozedHoweverItIsWritten() {
    controller.snooze(
        AYSE,
        json(
            """
            {"entity": "ip", "value": "2001:DB8::1", "hours": 2, "reason": "ofis"}\
            """));
    reviewed("pay_a", Payments.usual().ip("2001:db8::1"));
    assertThat(open()).isEmpty();
    assertThat(
            fields(() ->
                controller.snooze(
                    AYSE,
                    json(
                        """
                        {"entity": "ip", "value": "192.0.2.0/24", "hours": 2, "reason": "x"}\
                        """))))
        .containsExactly("/value list_value_ip");
    assertThat(
            fields(() ->
                controller.snooze(
                    AYSE,
                    json(
                        """
                        {"entity": "email", "value": "@x.test", "hours": 2, "reason": "x"}\
                        """))))
        .containsExactly("/value list_value_email");
  }

  @Test
  void whatIsWrongIsNamedAndOthersMayNot() {
    reviewed("pay_a", Payments.usual());
    assertThat(
            fields(() ->
                controller.decline(
                    AYSE,
                    "pay_a",
                    json("{\"note\": \"4111 1111 1111 1111\", \"block\": [\"x\"]}"))))
        .containsExactly("/note card_number_not_allowed", "/block/0 case_block");
    assertThat(fields(() -> controller.decline(AYSE, "pay_a", json("{}"))))
        .containsExactly("/note required");
    assertThat(fields(() -> controller.snooze(AYSE, json("{\"entity\": \"bin\"}"))))
        .containsExactly("/entity case_entity", "/hours required", "/reason required");
    assertThat(problem(() -> controller.assign(AUDITOR, "pay_a"))).isEqualTo("403 forbidden");
    assertThat(problem(() -> controller.get(OPS, "pay_a"))).isEqualTo("403 forbidden");
    assertThat(problem(() -> controller.approve(OPS, "pay_a", json("x"))))
        .isEqualTo("403 forbidden");
    assertThat(problem(() -> controller.get(AYSE, "pay_x"))).isEqualTo("404 not_found");
    assertThat(open().getFirst().status()).isEqualTo("open");
  }

  private void reviewed(String id, Payments payment) {
    var assessment = Assessed.of(id, payment);
    assessments.keepFirst(List.of(assessment));
    desk.open(assessment);
  }

  private List<CaseAnswer> open() {
    return controller.list(AYSE, "open", null, "20", null).data();
  }

  private static List<String> fields(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call).fields().stream()
        .map(field -> field.pointer() + " " + field.code())
        .toList();
  }

  private static MockServerWebExchange json(String body) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.post("/").contentType(MediaType.APPLICATION_JSON).body(body));
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, call);
    return problem.status() + " " + problem.code();
  }
}
