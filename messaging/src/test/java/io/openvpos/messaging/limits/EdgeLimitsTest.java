package io.openvpos.messaging.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.messaging.kafka.TestSenders;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.mongo.MemoryStore;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.schemas.Topics;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/// What a flood is answered, on a real server with tiny limits.
class EdgeLimitsTest {

  private static final String THINGS = "/v1/things";
  private static final String HELD = "/v1/held";

  @Test
  void aKeyHasBudgetsOfItsOwnForReadsAndForWrites() throws Exception {
    try (TestEdge edge =
        new TestEdge(
            "vpos.limits.caller-writes=1/min burst 2", "vpos.limits.caller-reads=1/min burst 3")) {
      assertThat(edge.post(THINGS, "sk_1").statusCode()).isEqualTo(200);
      assertThat(edge.post(THINGS, "sk_1").statusCode()).isEqualTo(200);

      refused(edge.post(THINGS, "sk_1"), 429, "rate_limited");
      assertThat(edge.post(THINGS, "  sk_1 ").statusCode()).as("the same key").isEqualTo(429);
      assertThat(edge.post(THINGS, "sk_2").statusCode()).as("another key").isEqualTo(200);
      for (int i = 0; i < 3; i++) {
        assertThat(edge.get(THINGS, "sk_1").statusCode()).isEqualTo(200);
      }
      refused(edge.get(THINGS, "sk_1"), 429, "rate_limited");
      assertThat(edge.get(THINGS, "unknown").statusCode()).as("401 comes first").isEqualTo(401);
    }
  }

  @Test
  void aFloodOfStrangersIsToldToWaitAndWhoeverIsKnownIsNot() throws Exception {
    try (TestEdge edge = new TestEdge("vpos.limits.failures=1/min burst 3")) {
      for (String stranger : List.of("sk_unknown", "no token", "")) {
        assertThat(edge.get(THINGS, stranger).statusCode()).isEqualTo(401);
      }
      refused(edge.get(THINGS, "sk_unknown"), 429, "rate_limited");
      refused(edge.get("/v1/nothing", "no token"), 429, "rate_limited");
      assertThat(edge.get(THINGS, "sk_1").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anAddressHasABudgetForEverythingButHealth() throws Exception {
    try (TestEdge edge = new TestEdge("vpos.limits.address=1/min burst 2")) {
      assertThat(edge.get(THINGS, "sk_1").statusCode()).isEqualTo(200);
      assertThat(edge.get(THINGS, "unknown").statusCode()).isEqualTo(401);

      refused(edge.get(THINGS, "sk_1"), 429, "rate_limited");
      refused(edge.get("/actuator/prometheus", "sk_1"), 429, "rate_limited");
      assertThat(edge.get("/actuator/health/liveness", "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void pastTheBoundARequestIsRefusedAtOnceAndNeverQueued() throws Exception {
    try (TestEdge edge = new TestEdge("vpos.limits.writes-in-flight=2")) {
      var first = edge.postSoon(HELD, "sk_1");
      var second = edge.postSoon(HELD, "sk_1");
      edge.calls().held.acquire(2);

      refused(edge.post(THINGS, "sk_2"), 503, "overloaded");
      assertThat(edge.get(THINGS, "sk_2").statusCode()).as("reads go on").isEqualTo(200);
      assertThat(edge.get("/actuator/health", "").statusCode()).isEqualTo(200);

      edge.calls().letGo.release(2);
      assertThat(first.get().statusCode()).isEqualTo(200);
      assertThat(second.get().statusCode()).isEqualTo(200);
      await().until(() -> edge.post(THINGS, "sk_2").statusCode() == 200);
    }
  }

  /// Its answer is given up, what it began is not: so a new one must find no place yet.
  @Test
  void whatARequestThatWasGivenUpHasBegunStillCounts() throws Exception {
    try (TestEdge edge =
        new TestEdge(
            "vpos.limits.reads-in-flight=1",
            "vpos.limits.writes-in-flight=1",
            "vpos.limits.answer-within=500ms")) {
      refused(edge.post(HELD, "sk_1"), 503, "service_unavailable");
      refused(edge.post(HELD, "sk_1"), 503, "service_unavailable");

      refused(edge.post(THINGS, "sk_1"), 503, "overloaded");
      refused(edge.get(THINGS, "sk_1"), 503, "overloaded");

      edge.calls().letGo.release(2);
      await().until(() -> edge.get(THINGS, "sk_1").statusCode() == 200);
    }
  }

  @Test
  void whileTheBrokerIsBehindNothingMoreIsWritten() throws Exception {
    MockProducer<String, byte[]> broker =
        new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    try (MemoryStore store = new MemoryStore();
        OutboxRelay relay =
            new OutboxRelay(
                "test", Documents.versioned(store.database(), "things"), TestSenders.over(broker));
        TestEdge edge =
            new TestEdge(
                context -> context.registerBean(OutboxRelay.class, () -> relay),
                "vpos.limits.outbox-backlog=1")) {
      relay.submit("a", List.of(event("a:1")));
      assertThat(edge.post(THINGS, "sk_1").statusCode()).isEqualTo(200);
      relay.submit("b", List.of(event("b:1")));

      refused(edge.post(THINGS, "sk_1"), 503, "overloaded");
      assertThat(edge.get(THINGS, "sk_1").statusCode()).as("reads go on").isEqualTo(200);

      await().until(broker::completeNext);
      await().until(() -> edge.post(THINGS, "sk_1").statusCode() == 200);
    }
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
  }

  private static OutboxEntry event(String id) {
    return new OutboxEntry(id, Topics.PAYMENTS, null, "m_1", new byte[] {1}, Map.of());
  }
}
