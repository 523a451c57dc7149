package io.openvpos.settlement.chargeback.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.money.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.chargeback.ChargebackDesk;
import io.openvpos.settlement.chargeback.EvidenceDesk;
import io.openvpos.settlement.chargeback.domain.Booked;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.Claim;
import io.openvpos.settlement.chargeback.domain.DisputedSale;
import io.openvpos.settlement.chargeback.mongo.MongoChargebacks;
import io.openvpos.settlement.chargeback.mongo.MongoEvidence;
import io.openvpos.settlement.fakes.Broker;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.MutableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class ChargebackControllerTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final byte[] PDF = "%PDF-1.7 Ödeme fişi".getBytes(StandardCharsets.UTF_8);
  private static final Caller SHOP = new Caller.MerchantKey("m_abc", Mode.TEST, KeyScope.SECRET);
  private static final Caller OWNER =
      new Caller.Staff("ayşe", Set.of(Role.MERCHANT_FINANCE), "m_abc");
  private static final Caller STRANGER =
      new Caller.Staff("umut", Set.of(Role.MERCHANT_ADMIN), "m_xyz");
  private static final Caller AUDITOR = new Caller.Staff("a", Set.of(Role.AUDITOR), null);

  private final MemoryStore store = new MemoryStore();
  private final Broker broker = new Broker();
  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-24T09:00:00Z"));
  private final OutboxRelay relay = broker.relay(store.versioned("chargebacks"));
  private final MongoChargebacks chargebacks =
      new MongoChargebacks(
          store.versioned("chargebacks"),
          relay,
          fact -> Broker.event(fact.eventId(), Topics.CHARGEBACKS));
  private final ChargebackController controller =
      new ChargebackController(
          chargebacks,
          new ChargebackDesk(chargebacks, clock, ZoneOffset.UTC),
          new EvidenceDesk(new MongoEvidence(store.plain("chargeback_evidence"))),
          new JsonBody(
              JsonMapper.builder()
                  .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                  .build()));

  @BeforeEach
  void oneCase() {
    DisputedSale sale =
        new DisputedSale(
            new Head("m_abc", Mode.TEST, "TRY"),
            "pay_1",
            "A-1",
            "2026-11-23.m_abc.test.TRY.1",
            "RRN000000001",
            "visa",
            "6111",
            10_000,
            1);
    Claim claim = new Claim("CASE-1", 1, 6_000, "10.4", D, D.plusDays(30));
    Booked booked = new Booked(D.plusDays(1), clock.instant());
    assertThat(chargebacks.open(Chargeback.open("cb_1", sale, claim, "f.2", booked))).isTrue();
  }

  @AfterEach
  void stop() {
    relay.close();
    store.close();
  }

  @Test
  void theFactOfTheCaseIsSent() {
    broker.awaitSent("cb_1:1");
  }

  @Test
  void aMerchantSeesItsOwnCasesOnly() {
    assertThat(controller.get(SHOP, "cb_1").amount()).isEqualTo(6_000);
    assertThat(controller.list(OWNER, "received", null, "20", null).data()).hasSize(1);
    assertThat(controller.list(STRANGER, null, "m_abc", "20", null).data()).isEmpty();
    assertThat(problem(() -> controller.get(STRANGER, "cb_1"))).isEqualTo("404 not_found");
    assertThat(problem(() -> controller.represent(STRANGER, "cb_1", json("{}"))))
        .isEqualTo("404 not_found");
    assertThat(problem(() -> controller.list(OWNER, "nope", null, "20", null)))
        .isEqualTo("400 validation_failed");
  }

  @Test
  void aKeyAndAnAuditorAnswerNothing() {
    assertThat(problem(() -> controller.accept(SHOP, "cb_1", json("x"))))
        .isEqualTo("403 forbidden");
    assertThat(problem(() -> controller.accept(AUDITOR, "cb_1", json("x"))))
        .isEqualTo("403 forbidden");
  }

  @Test
  void aCaseIsRepresentedWithWhatWasSentIn() {
    String digest = sendIn(PDF);
    assertThat(sendIn(PDF)).isEqualTo(digest);
    ChargebackAnswer answer =
        controller.represent(OWNER, "cb_1", json("{\"evidence\":[\"" + digest + "\"]}"));
    assertThat(answer.status()).isEqualTo("represented");
    assertThat(answer.evidence()).extracting(ChargebackAnswer.File::sha256).containsExactly(digest);
    assertThat(controller.download(AUDITOR, "cb_1", digest).getBody()).isEqualTo(PDF);
    assertThat(problem(() -> controller.accept(OWNER, "cb_1", json("{}"))))
        .isEqualTo("409 chargeback_closed");
    assertThat(problem(() -> sendIn(PDF))).isEqualTo("409 chargeback_closed");
  }

  @Test
  void withoutEvidenceOrWithACardNumberNothingChanges() {
    assertThat(problem(() -> controller.represent(OWNER, "cb_1", json("{}"))))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> controller.represent(OWNER, "cb_1", json("{\"evidence\":[\"00\"]}"))))
        .isEqualTo("400 validation_failed");
    assertThat(
            problem(
                () -> controller.accept(OWNER, "cb_1", json("{\"note\":\"4155650100416111\"}"))))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> sendIn("MZ not a paper".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo("415 unsupported_media_type");
    assertThat(problem(() -> sendIn(new byte[EvidenceDesk.MAX_BYTES + 1])))
        .isEqualTo("413 payload_too_large");
    assertThat(controller.get(OWNER, "cb_1").status()).isEqualTo("received");
  }

  @Test
  void acceptingTwiceIsOnce() {
    controller.accept(OWNER, "cb_1", json("{\"note\":\"İade edildi\"}"));
    ChargebackAnswer again = controller.accept(OWNER, "cb_1", json("{}"));
    assertThat(again.status()).isEqualTo("accepted");
    assertThat(again.history()).hasSize(2);
  }

  private String sendIn(byte[] bytes) {
    MockServerWebExchange exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.post("/")
                .contentLength(bytes.length)
                .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes))));
    return Objects.requireNonNull(controller.upload(OWNER, "cb_1", exchange).getBody()).sha256();
  }

  private static MockServerWebExchange json(String body) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.post("/").contentType(MediaType.APPLICATION_JSON).body(body));
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem =
        Objects.requireNonNull(catchThrowableOfType(ProblemException.class, call));
    return problem.status() + " " + problem.code();
  }
}
