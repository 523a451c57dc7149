package io.openvpos.merchant.adjustment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.merchant.adjustment.AdjustmentDesk;
import io.openvpos.merchant.adjustment.InMemoryAdjustments;
import io.openvpos.merchant.adjustment.OneMerchant;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class AdjustmentControllerTest {

  private static final String GOOD =
      "{\"mode\":\"test\",\"currency\":\"TRY\",\"amount\":-2500,\"kind\":\"fee\","
          + "\"reason\":\"Kasım terminal ücreti\",\"payment_id\":\"pay_1\"}";
  private static final Caller AYSE = staff("ayse", Role.ACQUIRER_FINANCE, null);
  private static final Caller UMUT = staff("umut", Role.ACQUIRER_FINANCE, null);
  private static final Caller OPS = staff("ops", Role.ACQUIRER_OPS, null);
  private static final Caller SHOP = staff("shop", Role.MERCHANT_FINANCE, "mer_1");
  private static final Caller OTHER_SHOP = staff("shop2", Role.MERCHANT_ADMIN, "mer_2");
  private static final Caller KEY = new Caller.MerchantKey("mer_1", Mode.TEST, KeyScope.SECRET);
  private static final Caller LIVE_KEY =
      new Caller.MerchantKey("mer_1", Mode.LIVE, KeyScope.SECRET);
  private static final Caller PUBLISHABLE =
      new Caller.MerchantKey("mer_1", Mode.TEST, KeyScope.PUBLISHABLE);

  private final InMemoryAdjustments adjustments = new InMemoryAdjustments();
  private final BusinessDays days = new BusinessDays(Clock.systemUTC());
  private final AdjustmentController controller =
      new AdjustmentController(
          adjustments,
          new AdjustmentDesk(adjustments, new OneMerchant(), days, Clock.systemUTC()),
          new OneMerchant(),
          new JsonBody(
              JsonMapper.builder()
                  .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                  .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                  .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                  .build()));

  @BeforeEach
  void openADay() {
    days.opened(LocalDate.of(2026, 11, 23), Instant.MAX);
  }

  @Test
  void askedByOneApprovedByAnotherThenSeenByTheMerchant() {
    String id = ask(AYSE, "mer_1", GOOD, "k1");
    assertThat(problem(() -> controller.read(SHOP, id))).isEqualTo("404 not_found []");
    assertThat(controller.list(SHOP, "mer_1", null, null, null, null).data()).isEmpty();

    assertThat(problem(() -> controller.approve(AYSE, id, sent("{}", null))))
        .isEqualTo("403 four_eyes []");
    AdjustmentAnswer approved = controller.approve(UMUT, id, sent("{}", null));

    assertThat(approved.status()).isEqualTo("approved");
    assertThat(approved.salesDay()).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(approved.decidedBy()).isEqualTo("umut");
    AdjustmentAnswer shown = controller.read(SHOP, id);
    assertThat(shown.amount()).isEqualTo(-2_500);
    assertThat(shown.requestedBy()).isNull();
    assertThat(shown.decidedBy()).isNull();
    assertThat(controller.read(KEY, id)).isEqualTo(shown);
    assertThat(controller.list(KEY, "mer_1", null, null, null, null).data()).containsExactly(shown);
    assertThat(problem(() -> controller.reject(UMUT, id, sent("{}", null))))
        .isEqualTo("409 adjustment_decided []");
  }

  @Test
  void othersSeeNothingOfIt() {
    String id = ask(AYSE, "mer_1", GOOD, "k1");
    controller.approve(UMUT, id, sent("{}", null));

    for (Caller stranger : new Caller[] {OTHER_SHOP, LIVE_KEY}) {
      assertThat(problem(() -> controller.read(stranger, id))).isEqualTo("404 not_found []");
    }
    assertThat(problem(() -> controller.read(PUBLISHABLE, id))).isEqualTo("403 forbidden []");
    assertThat(problem(() -> controller.read(PUBLISHABLE, "adj_0"))).isEqualTo("403 forbidden []");
    assertThat(problem(() -> controller.read(OPS, "adj_0"))).isEqualTo("404 not_found []");
    assertThat(problem(() -> controller.list(OTHER_SHOP, "mer_1", null, null, null, null)))
        .isEqualTo("404 not_found []");
    assertThat(problem(() -> controller.list(OTHER_SHOP, "mer_2", null, null, null, id)))
        .isEqualTo("400 validation_failed [starting_after invalid]");
  }

  @Test
  void onlyFinanceAsksAndDecides() {
    String id = ask(AYSE, "mer_1", GOOD, "k1");

    for (Caller wrong : new Caller[] {OPS, SHOP, KEY}) {
      assertThat(problem(() -> ask(wrong, "mer_1", "{", "k"))).isEqualTo("403 forbidden []");
      assertThat(problem(() -> controller.approve(wrong, id, sent("{}", null))))
          .isEqualTo("403 forbidden []");
    }
    assertThat(problem(() -> ask(AYSE, "mer_9", "{", "k"))).isEqualTo("404 not_found []");
    assertThat(problem(() -> controller.approve(UMUT, "adj_0", sent("{}", null))))
        .isEqualTo("404 not_found []");
  }

  @Test
  void theKeyIsAskedForBeforeTheBodyIsRead() {
    assertThat(problem(() -> ask(AYSE, "mer_1", "{", null)))
        .isEqualTo("400 idempotency_key_missing []");
    assertThat(problem(() -> ask(AYSE, "mer_1", "{", "ş")))
        .isEqualTo("400 idempotency_key_invalid []");
    assertThat(problem(() -> ask(AYSE, "mer_1", "{", "k"))).isEqualTo("400 malformed_json []");
  }

  @Test
  void theSameAgainIsTheSameAndAnotherBodyIsRefused() {
    String id = ask(AYSE, "mer_1", GOOD, "k1");

    assertThat(ask(AYSE, "mer_1", GOOD, "k1")).isEqualTo(id);
    assertThat(problem(() -> ask(AYSE, "mer_1", GOOD.replace("-2500", "-2501"), "k1")))
        .isEqualTo("422 idempotency_key_reused []");
    assertThat(ask(UMUT, "mer_1", GOOD, "k1")).isNotEqualTo(id);
    assertThat(ask(AYSE, "mer_2", GOOD, "k1")).isNotEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; [/mode required, /currency required, /amount required, /reason required]",
        "{\"mode\":\"live\",\"currency\":\"USD\",\"amount\":0,\"kind\":\"gift\",\"reason\":\" \","
            + "\"payment_id\":\"mer_1\"}; [/mode invalid, /currency invalid, /amount out_of_range,"
            + " /kind invalid, /reason required, /payment_id invalid]",
        "{\"mode\":\"test\",\"currency\":\"TRY\",\"amount\":100000001,\"reason\":\"x\"};"
            + " [/amount out_of_range]",
        "{\"mode\":\"test\",\"currency\":\"TRY\",\"amount\":-9223372036854775808,\"reason\":"
            + "\"4155 6501 0041 6111 iade\"};"
            + " [/amount out_of_range, /reason card_number_not_allowed]",
        "{\"amount\":1.5}; [/amount invalid_type]"
      })
  void whatIsWrongIsNamedAllAtOnce(String sent, String errors) {
    assertThat(problem(() -> ask(AYSE, "mer_1", sent, "k")))
        .isEqualTo("400 validation_failed " + errors);
  }

  @Test
  void aReasonHasFiveHundredCharactersAtMost() {
    String exactly = GOOD.replace("Kasım terminal ücreti", "ğ".repeat(500));

    assertThat(ask(AYSE, "mer_1", exactly, "k1")).startsWith("adj_");
    assertThat(problem(() -> ask(AYSE, "mer_1", exactly.replace("ğğ", "ğğğ"), "k2")))
        .isEqualTo("400 validation_failed [/reason too_long]");
  }

  private String ask(Caller caller, String merchantId, String body, @Nullable String key) {
    AdjustmentAnswer answer = controller.ask(caller, merchantId, sent(body, key)).getBody();
    return Objects.requireNonNull(answer).id();
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, call);
    return problem.status()
        + " "
        + problem.code()
        + " "
        + problem.fields().stream().map(fault -> fault.pointer() + " " + fault.code()).toList();
  }

  private static ServerWebExchange sent(String body, @Nullable String key) {
    MockServerHttpRequest.BodyBuilder request =
        MockServerHttpRequest.post("/").contentType(MediaType.APPLICATION_JSON);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return MockServerWebExchange.from(request.body(body));
  }

  private static Caller staff(String subject, Role role, @Nullable String merchantId) {
    return new Caller.Staff(subject, Set.of(role), merchantId);
  }
}
