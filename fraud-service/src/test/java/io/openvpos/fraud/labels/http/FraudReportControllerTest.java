package io.openvpos.fraud.labels.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.fraud.assessment.mongo.MongoAssessments;
import io.openvpos.fraud.fakes.Assessed;
import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.MutableClock;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.labels.NetworkReports;
import io.openvpos.fraud.labels.mongo.MongoLabels;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.domain.ListPurpose;
import io.openvpos.fraud.lists.mongo.MongoListEntries;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class FraudReportControllerTest {

  private static final Caller AYSE = new Caller.Staff("ayşe", Set.of(Role.FRAUD_ANALYST), null);
  private static final Caller AUDITOR = new Caller.Staff("a", Set.of(Role.AUDITOR), null);

  private final MemoryStore store = new MemoryStore();
  private final MutableClock clock = new MutableClock(Payments.NOON.plus(Duration.ofDays(9)));
  private final MongoLabels labels = new MongoLabels(store.plain("labels"));
  private final MongoListEntries entries =
      new MongoListEntries(store.versioned("list_entries"), store.plain("list_changes"));
  private final MongoAssessments assessments = new MongoAssessments(store.plain("assessments"));
  private final ListDesk lists = new ListDesk(entries, clock);
  private final FraudReportController controller =
      new FraudReportController(
          assessments,
          new NetworkReports(labels, lists, ListPurpose.WATCH),
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
  void aReportLabelsItsPaymentAndListsItsCardOnce() {
    assessments.keepFirst(List.of(Assessed.of("pay_1", Payments.usual().card("fp_1"))));
    String body =
        """
        {"payment_id": "pay_1", "reason": "TC40 6", "reported_at": "2026-11-28T10:00:00Z"}\
        """;
    for (int i = 0; i < 2; i++) {
      FraudReportController.LabelAnswer held = report(body);
      assertThat(held.fraud()).isTrue();
      assertThat(held.knownAt()).isEqualTo("2026-11-28T10:00:00Z");
      clock.advance(Duration.ofDays(1));
    }
    report("{\"payment_id\": \"pay_1\", \"reason\": \"SAFE 06\"}");

    assertThat(labels.verdicts(List.of("pay_1"))).containsEntry("pay_1", true);
    assertThat(labels.ofPayment("pay_1")).hasSize(1);
    assertThat(entries.standing())
        .extracting(entry -> entry.list().code() + " " + entry.value() + " " + entry.source())
        .containsExactly("watch_card fp_1 network_report");
  }

  /// The card stood for another payment's report already, and then somebody looked at it.
  @Test
  void whatAPersonTookOffIsNotPutBackByTheSameReport() {
    assessments.keepFirst(
        List.of(
            Assessed.of("pay_1", Payments.usual().card("fp_1")),
            Assessed.of("pay_2", Payments.usual().card("fp_1"))));
    report("{\"payment_id\": \"pay_1\", \"reason\": \"TC40 6\"}");
    report("{\"payment_id\": \"pay_2\", \"reason\": \"TC40 6\"}");
    lists.remove(entries.standing().getFirst().id(), "ayşe");
    report("{\"payment_id\": \"pay_2\", \"reason\": \"TC40 6\"}");
    assertThat(entries.standing()).isEmpty();
  }

  @Test
  void whatIsWrongIsNamedAndChangesNothing() {
    assessments.keepFirst(List.of(Assessed.of("pay_1", Payments.usual())));
    assertThat(wrong("{\"reason\": \"4111 1111 1111 1111\", \"reported_at\": \"x\"}"))
        .containsExactly(
            "/payment_id required",
            "/reason card_number_not_allowed",
            "/reported_at invalid_format");
    assertThat(wrong("{\"payment_id\": \"pay_9\", \"reason\": \"r\"}"))
        .containsExactly("/payment_id unknown_payment");
    String dated = "{\"payment_id\": \"pay_1\", \"reason\": \"r\", \"reported_at\": \"%s\"}";
    assertThat(wrong(dated.formatted("+999999999-12-31T00:00:00Z")))
        .containsExactly("/reported_at in_the_future");
    assertThat(wrong(dated.formatted("2026-11-25T08:59:59Z")))
        .containsExactly("/reported_at out_of_range");
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> controller.report(AUDITOR, json("nonsense")));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(labels.verdicts(List.of("pay_1"))).isEmpty();
    assertThat(entries.standing()).isEmpty();
  }

  private FraudReportController.LabelAnswer report(String body) {
    return Objects.requireNonNull(controller.report(AYSE, json(body)).getBody());
  }

  private List<String> wrong(String body) {
    return catchThrowableOfType(ProblemException.class, () -> controller.report(AYSE, json(body)))
        .fields()
        .stream()
        .map(field -> field.pointer() + " " + field.code())
        .toList();
  }

  private static MockServerWebExchange json(String body) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.post("/").contentType(MediaType.APPLICATION_JSON).body(body));
  }
}
