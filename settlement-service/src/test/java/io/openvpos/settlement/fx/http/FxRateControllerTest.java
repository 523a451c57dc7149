package io.openvpos.settlement.fx.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.MutableClock;
import io.openvpos.settlement.fx.RateDesk;
import io.openvpos.settlement.fx.RateIntake;
import io.openvpos.settlement.fx.domain.Plausibility;
import io.openvpos.settlement.fx.mongo.MongoRateTables;
import io.openvpos.settlement.fx.xml.CentralBankSheetTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class FxRateControllerTest {

  private static final Caller AYSE = finance("ayşe");
  private static final Caller UMUT = finance("umut");
  private static final Caller SHOP =
      new Caller.Staff("işyeri", Set.of(Role.MERCHANT_FINANCE), "m_abc");

  private final MemoryStore store = new MemoryStore();
  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-27T09:00:00Z"));
  private final BusinessDays days = new BusinessDays(clock);
  private final MongoRateTables tables = new MongoRateTables(store.versioned("fx_rates"));
  private final RateDesk desk = new RateDesk(tables, new Plausibility(1_000), clock);
  private final FxRateController controller =
      new FxRateController(
          desk,
          new RateIntake(
              desk, tables, new RateIntake.Latest(days, clock, ZoneId.of("Europe/Istanbul")), 10),
          tables,
          new JsonBody(
              JsonMapper.builder()
                  .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                  .build()));

  FxRateControllerTest() {
    days.opened(LocalDate.parse("2026-11-27"), Instant.parse("2026-11-27T21:00:00Z"));
  }

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void theFirstTableWaitsForASecondPersonAndIsInForceFromThenOn() {
    FxRateAnswer first = taken(AYSE, sample("26.11.2026", "48.1235"), 201);
    assertThat(first.id()).isEqualTo("2026-11-26.1");
    assertThat(first.status()).isEqualTo("waiting");
    assertThat(first.doubtful()).containsExactly("EUR", "GBP", "USD");
    assertThat(controller.list(SHOP, "2026-11-26").inForce()).isNull();
    assertThat(problem(() -> controller.approve(AYSE, first.id()))).isEqualTo("403 four_eyes");

    assertThat(controller.approve(UMUT, first.id()).status()).isEqualTo("in_force");
    assertThat(controller.approve(UMUT, first.id()).status()).isEqualTo("in_force");
    assertThat(Objects.requireNonNull(controller.list(SHOP, "2026-11-26").inForce()).id())
        .isEqualTo(first.id());
    assertThat(problem(() -> controller.reject(UMUT, first.id(), json("{\"reason\":\"x\"}"))))
        .isEqualTo("409 fx_rates_in_force");
  }

  @Test
  void aTableNearTheOneBeforeCountsAtOnceAndAFarOneWaits() {
    inForce("25.11.2026", "48.00");
    FxRateAnswer near = taken(AYSE, sample("26.11.2026", "48.1235"), 201);
    assertThat(near.status()).isEqualTo("in_force");
    assertThat(near.doubtful()).isEmpty();

    FxRateAnswer far = taken(AYSE, sample("27.11.2026", "4.81235"), 201);
    assertThat(far.status()).isEqualTo("waiting");
    assertThat(far.doubtful()).containsExactly("USD");
    assertThat(Objects.requireNonNull(controller.list(AYSE, "2026-11-27").inForce()).id())
        .isEqualTo(near.id());
    assertThat(controller.reject(AYSE, far.id(), json("{\"reason\":\"Virgül kaymış\"}")).status())
        .isEqualTo("rejected");
    assertThat(problem(() -> controller.approve(UMUT, far.id())))
        .isEqualTo("409 fx_rates_rejected");
  }

  @Test
  void theSameTableIsOnceAndACorrectedOneIsTheNextVersion() {
    FxRateAnswer first = inForce("26.11.2026", "48.1235");
    String spaced = sample("26.11.2026", "48.1235").replace("\t", "  ");
    assertThat(taken(UMUT, spaced, 200)).isEqualTo(first);

    FxRateAnswer corrected = taken(AYSE, sample("26.11.2026", "48.1236"), 201);
    assertThat(corrected.id()).isEqualTo("2026-11-26.2");
    FxRateAnswer.Page page = controller.list(AYSE, "2026-11-26");
    assertThat(page.data()).extracting(FxRateAnswer::version).containsExactly(1, 2);
    assertThat(Objects.requireNonNull(page.inForce()).id()).isEqualTo(corrected.id());
    assertThat(controller.get(SHOP, first.id()).rates()).isEqualTo(first.rates());
  }

  @Test
  void anOldTableIsNotInForceForADayLongAfter() {
    inForce("26.11.2026", "48.1235");
    assertThat(controller.list(AYSE, "2026-12-06").inForce()).isNotNull();
    assertThat(controller.list(AYSE, "2026-12-07").inForce()).isNull();
    assertThat(controller.list(AYSE, "2026-11-25").inForce()).isNull();
    assertThat(controller.list(AYSE, null).data()).hasSize(1);
  }

  @Test
  void whatIsWrongIsRefusedAndChangesNothing() {
    assertThat(problem(() -> controller.take(SHOP, file("<x/>")))).isEqualTo("403 forbidden");
    assertThat(
            problem(() ->
                controller.take(
                    new Caller.MerchantKey("m_abc", Mode.TEST, KeyScope.SECRET), file("<x/>"))))
        .isEqualTo("403 forbidden");
    assertThat(problem(() -> controller.take(AYSE, file("<x/>"))))
        .isEqualTo("422 fx_rates_refused");
    assertThat(problem(() -> controller.take(AYSE, file("x".repeat(300_000)))))
        .isEqualTo("413 payload_too_large");
    assertThat(problem(() -> controller.take(AYSE, file(sample("28.11.2026", "48")))))
        .isEqualTo("422 fx_rates_refused");
    assertThat(problem(() -> controller.list(AYSE, "yesterday")))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> controller.get(AYSE, "2026-11-26.1"))).isEqualTo("404 not_found");
    assertThat(problem(() -> controller.reject(AYSE, "2026-11-26.1", json("{}"))))
        .isEqualTo("404 not_found");
    assertThat(controller.list(AYSE, null).data()).isEmpty();
  }

  private FxRateAnswer inForce(String date, String usd) {
    FxRateAnswer taken = taken(AYSE, sample(date, usd), 201);
    return controller.approve(UMUT, taken.id());
  }

  private FxRateAnswer taken(Caller by, String xml, int status) {
    ResponseEntity<FxRateAnswer> answer = controller.take(by, file(xml));
    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    return Objects.requireNonNull(answer.getBody());
  }

  /// @param date as the file writes it
  private static String sample(String date, String usd) {
    String[] parts = date.split("\\.", 3);
    return CentralBankSheetTest.sample()
        .replace("26.11.2026", date)
        .replace("11/26/2026", parts[1] + "/" + parts[0] + "/" + parts[2])
        .replace("48.1235", usd);
  }

  private static Caller finance(String who) {
    return new Caller.Staff(who, Set.of(Role.ACQUIRER_FINANCE), null);
  }

  private static MockServerWebExchange file(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return MockServerWebExchange.from(
        MockServerHttpRequest.post("/")
            .contentLength(bytes.length)
            .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes))));
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
