package io.openvpos.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.shop.FramingShop;
import io.openvpos.sandbox.system.RunningPlatform;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The payment page in a frame of a shop, as a browser sees it that keeps no cookies of third
/// parties. Needs Chromium; the headers alone are looked at by `MerchantSafetyIT`.
@ExtendWith(RunningPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FramedCheckoutIT {

  private static final String REGISTERED = "kirtasiye.example";
  private static final String STRANGER = "baskasi.example";
  private static final String FRAME = "iframe";
  private static final String FORM = "#form";
  private static final String MESSAGE = "#message";
  private static final String PASSES_ON = "#browser button, #challenge button, #back button";
  private static final String OTP = "input[name=otp]";
  private static final String AT_THE_SHOP = "h1#back";
  private static final String NO_PART = "5528790090000009";

  private final Bank bank;
  private final DemoMerchants.Shop merchant;
  private final Api edge;
  private @Nullable FramingShop opened;
  private @Nullable Browser visiting;

  FramedCheckoutIT(Bank bank) {
    this.bank = bank;
    merchant = bank.newShop("Çerçeve Kırtasiye");
    edge = Api.of(bank.platform().endpoints().authorization()).as(merchant.secretKey());
  }

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(Browser.hasChromium(), "no Chromium here");
    opened = new FramingShop(folder);
    visiting = Browser.ofASuspiciousVisitor();
    String origins = "{\"origins\": [\"" + shop().origin(REGISTERED) + "\"]}";
    String path = "/v1/merchants/" + merchant.merchantId() + "/checkout-origins";
    bank.ops().send("PUT", path, origins, Map.of()).expect(200);
    Api.await("the edge knows the origin", () -> session(true).status() == 201);
  }

  @AfterAll
  void close() {
    Optional.ofNullable(visiting).ifPresent(Browser::close);
    Optional.ofNullable(opened).ifPresent(FramingShop::close);
  }

  private FramingShop shop() {
    return Objects.requireNonNull(opened);
  }

  private Browser browser() {
    return Objects.requireNonNull(visiting);
  }

  @Test
  void aRegisteredOriginShowsThePageAndIsPaidInIt() {
    JsonNode session = session(true).expect(201);
    browser().go(shop().till(REGISTERED, session.path("url").asString()));
    browser().enter(FRAME, FORM);
    pay("4111111111111129");
    browser().reach("#pay [role=alert]", PASSES_ON);
    assertThat(browser().page()).contains("bakiyesi yetersiz");
    type(NO_PART);
    browser().awaitShown("#points-ask");
    browser().pressUntil("#points-ask", "#points-balance", "0,09");
    browser().press("#submit");
    browser().reach(MESSAGE, PASSES_ON);
    assertThat(browser().page()).contains("Ödemeniz alındı");
    browser().picture("framed-paid");

    browser().leaveBy(MESSAGE + " a");
    browser().reach(AT_THE_SHOP, PASSES_ON);
    assertThat(browser().address()).startsWith(shop().paid(REGISTERED)).contains("status=paid");
    assertThat(statusOf(session)).isEqualTo("paid");
  }

  @Test
  void theCardsBankIsAskedInTheWholeWindowAndLeadsBackToTheShop() {
    JsonNode session = session(true).expect(201);
    browser().go(shop().till(REGISTERED, session.path("url").asString()));
    browser().enter(FRAME, FORM);
    pay(SandboxCards.VISA);
    browser().reach(MESSAGE, PASSES_ON);
    assertThat(browser().page()).contains("Bankanızla onaylayın");

    browser().leaveBy(MESSAGE + " a");
    browser().reach(OTP, PASSES_ON);
    assertThat(browser().all(FRAME)).isEmpty();
    browser().type("otp", "123456");
    browser().press("form button");
    browser().reach(AT_THE_SHOP, PASSES_ON);
    assertThat(browser().address()).startsWith(shop().paid(REGISTERED)).contains("status=paid");
    assertThat(statusOf(session)).isEqualTo("paid");
    assertThat(browser().cookies()).isZero();
  }

  @Test
  void nobodyElseShowsIt() {
    String framed = session(true).expect(201).path("url").asString();
    String bare = session(false).expect(201).path("url").asString();

    assertThat(browser().refusesToFrame(shop().till(STRANGER, framed))).isTrue();
    assertThat(browser().refusesToFrame(shop().till(REGISTERED, bare))).isTrue();
    assertThat(browser().refusesToFrame(shop().till(REGISTERED, framed))).isFalse();
  }

  private void pay(String number) {
    type(number);
    browser().press("#submit");
  }

  private void type(String number) {
    browser().type("number", number);
    browser().type("expiry", "12/30");
    browser().type("cvc", "123");
    browser().type("holder_name", "Ayşe Öğüt");
  }

  private Reply session(boolean framed) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of("amount", 12_990, "currency", "TRY", "success_url", shop().paid(REGISTERED)));
    if (framed) {
      body.put("embed_origin", shop().origin(REGISTERED));
    }
    return edge.post("/v1/checkout/sessions", body, UUID.randomUUID().toString());
  }

  private String statusOf(JsonNode session) {
    return edge.get("/v1/checkout/sessions/" + session.path("id").asString())
        .body()
        .path("status")
        .asString();
  }
}
