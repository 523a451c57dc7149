package io.openvpos.merchant.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.fakes.Browser;
import io.openvpos.merchant.fakes.PageServer;
import io.openvpos.merchant.fakes.SetClock;
import io.openvpos.merchant.fakes.ShopEdge;
import io.openvpos.merchant.fakes.ShopEdge.Asked;
import io.openvpos.merchant.payments.EdgeClient;
import io.openvpos.merchant.staff.SignIn;
import io.openvpos.merchant.webhook.WebhookDesk;
import io.openvpos.messaging.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// Webhook endpoints in the portal: what is asked of the edge, and what its answers look like.
class WebhookPagesTest {

  private static final String EMAIL = "merchant_admin@house.test";
  private static final String PASSWORD = "üç küçük kedi yağmurda";
  private static final SetClock CLOCK = new SetClock(Instant.parse("2026-11-26T09:00:00Z"));
  private static final ShopEdge EDGE = new ShopEdge();
  private static final PageServer SERVER =
      PageServer.withPeople(CLOCK, List.of("--vpos.merchant.second-factor=offered"), Rooms.class);
  private static final String ONE = "/portal/webhooks/test/we_1";

  @Configuration(proxyBeanMethods = false)
  @ComponentScan("io.openvpos.merchant.webhook.page")
  static class Rooms {
    @Bean
    WebhookDesk webhookDesk() {
      return new WebhookDesk(new EdgeClient(EDGE.root()));
    }
  }

  @BeforeAll
  static void people() {
    SERVER.bean(SignIn.class).ensure(EMAIL, PASSWORD, Set.of(Role.MERCHANT_ADMIN), "mer_1");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    EDGE.close();
  }

  @Test
  void anEndpointIsAddedAndItsSecretIsShownOnce() {
    Browser browser = signedIn();
    Browser.Page list = browser.get("/portal/webhooks?mode=live");
    assertThat(list.text()).contains("https://shop.test/hooks", "payment.*", "Açık");
    EDGE.answerChanges(
        201,
        """
        {"id": "we_1", "status": "enabled", "secret": "whsec_abc", "test": false}
        """);

    Browser.Page made =
        browser.post(
            "/portal/webhooks",
            Map.of(
                "mode",
                "live",
                "url",
                "https://shop.test/hooks",
                "description",
                "Depo",
                "payments",
                "true",
                "reports",
                "true"));

    assertThat(made.html().select("#secret").text()).isEqualTo("whsec_abc");
    assertThat(made.html().select("main a.button").attr("href"))
        .isEqualTo("/portal/webhooks/live/we_1");
    assertThat(last())
        .isEqualTo(
            new Asked(
                "POST",
                "/v1/webhook-endpoints?mode=live",
                "",
                "{\"url\":\"https://shop.test/hooks\",\"description\":\"Depo\","
                    + "\"events\":[\"payment.*\",\"settlement.report.ready\"]}"));
    assertThat(browser.get("/portal/webhooks").response().body()).doesNotContain("whsec_abc");
  }

  @Test
  void whatTheEdgeRefusesIsSaidAtTheAddress() {
    Browser browser = signedIn();
    browser.get("/portal/webhooks");
    EDGE.answerChanges(
        400,
        """
        {"code": "validation_failed", "errors": [{"pointer": "/url", "code": "invalid_webhook_url"}]}
        """);
    Browser.Page wrong =
        browser.post(
            "/portal/webhooks?lang=en", Map.of("url", "http://10.0.0.1/", "payouts", "true"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.html().select("#error-url").text()).contains("a public host");
    assertThat(wrong.html().select("[name=url]").val()).isEqualTo("http://10.0.0.1/");
    assertThat(wrong.html().select("[name=payouts]").hasAttr("checked")).isTrue();

    for (String code : List.of("endpoint_exists", "too_many_endpoints")) {
      EDGE.answerChanges(409, "{\"code\": \"" + code + "\"}");
      Browser.Page refused =
          browser.post("/portal/webhooks", Map.of("url", "https://shop.test/hooks"));
      assertThat(refused.html().select("#error-url").text()).isNotEmpty().doesNotContain(code);
    }
  }

  @Test
  void itsDeliveriesAreSeenAndSentAgain() {
    Browser browser = signedIn();
    Browser.Page page = browser.get(ONE + "?lang=en");
    assertThat(page.text()).contains("payment.captured", "Failed", "timeout", "Depo");
    EDGE.answerChanges(202, "{}");
    browser.post(ONE + "/deliveries/whd_1/resend", Map.of());
    assertThat(last().path()).isEqualTo("/v1/webhook-deliveries/whd_1/resend?mode=test");
    browser.post(ONE + "/test", Map.of());
    assertThat(browser.get(ONE).html().select(".flash").text()).contains("is on its way");
  }

  @Test
  void itIsSwitchedOffGivenANewSecretAndRemoved() {
    Browser browser = signedIn();
    browser.get(ONE);
    EDGE.answerChanges(200, "{\"id\": \"we_1\", \"secret\": \"whsec_new\", \"test\": true}");

    assertThat(browser.post(ONE + "/state", Map.of("enabled", "false")).status()).isEqualTo(303);
    assertThat(last().body()).isEqualTo("{\"enabled\":false}");
    assertThat(browser.post(ONE + "/secret", Map.of("overlap", "9")).status()).isEqualTo(422);
    Browser.Page rolled = browser.post(ONE + "/secret", Map.of("overlap", "72"));
    assertThat(rolled.html().select("#secret").text()).isEqualTo("whsec_new");
    assertThat(last().body()).isEqualTo("{\"overlap_hours\":72}");
    browser.post(ONE + "/removal", Map.of());
    assertThat(last().method()).isEqualTo("DELETE");
    assertThat(browser.get("/portal/webhooks/test/we_2").status()).isEqualTo(404);
  }

  private static Asked last() {
    return EDGE.asked().stream().filter(one -> !one.method().equals("GET")).toList().getLast();
  }

  private static Browser signedIn() {
    Browser browser = SERVER.browser();
    browser.get("/portal/sign-in");
    assertThat(
            browser.post("/portal/sign-in", Map.of("email", EMAIL, "password", PASSWORD)).status())
        .isEqualTo(303);
    return browser;
  }
}
