package io.openvpos.merchant.staff.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.fakes.Api;
import io.openvpos.merchant.fakes.Api.Answer;
import io.openvpos.merchant.fakes.Browser;
import io.openvpos.merchant.fakes.PageServer;
import io.openvpos.merchant.fakes.SetClock;
import io.openvpos.merchant.staff.SignIn;
import io.openvpos.merchant.staff.TokenSigner;
import io.openvpos.merchant.staff.Users;
import io.openvpos.messaging.access.Role;
import io.openvpos.page.Cookies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// People over real HTTP: who may make, change and see whom, and the link of an invitation. Each
/// test has a house of its own.
class UserApiTest {

  private static final String PASSWORD = "üç küçük kedi yağmurda";
  private static final SetClock CLOCK = new SetClock(Instant.parse("2026-11-26T09:00:00Z"));
  private static final PageServer SERVER =
      PageServer.withPeople(CLOCK, List.of("--vpos.merchant.second-factor=offered"));

  @BeforeAll
  static void bank() {
    person("ops@bank.test", Role.ACQUIRER_OPS, null);
    person("denetim@bank.test", Role.AUDITOR, null);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aMerchantsAdministratorMakesAndChangesTheOwnPeople() {
    person("a@m1.test", Role.MERCHANT_ADMIN, "mer_m1");
    Answer made = as("a@m1.test").post("/v1/users", user("Isil@M1.test", "Işıl", "merchant_admin"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("/user/email")).isEqualTo("isil@m1.test");
    assertThat(made.text("/user/name")).isEqualTo("Işıl");
    assertThat(made.text("/user/merchant_id")).isEqualTo("mer_m1");
    assertThat(made.json().at("/user/invited").asBoolean()).isTrue();
    Answer roles =
        as("a@m1.test")
            .call("PATCH", "/v1/users/isil@m1.test", "{\"roles\":[\"merchant_finance\"]}");
    assertThat(roles.json().path("roles").toString()).isEqualTo("[\"merchant_finance\"]");
    Answer off = as("a@m1.test").call("PATCH", "/v1/users/isil@m1.test", "{\"active\":false}");
    assertThat(off.json().path("active").asBoolean(true)).isFalse();
    assertThat(as("a@m1.test").get("/v1/users").json().path("data")).hasSize(2);
    assertThat(
            as("a@m1.test")
                .post("/v1/users", user("isil@m1.test", "x", "merchant_admin"))
                .problem())
        .isEqualTo("409 email_taken");
  }

  @Test
  void anotherMerchantsPersonIsNotFoundAndItsHouseNotTaken() {
    person("a@m2.test", Role.MERCHANT_ADMIN, "mer_m2");
    person("a@m3.test", Role.MERCHANT_ADMIN, "mer_m3");
    Api stranger = as("a@m3.test");

    for (String hidden : List.of("a@m2.test", "ops@bank.test", "nobody@m3.test")) {
      String path = "/v1/users/" + hidden;
      assertThat(stranger.get(path).problem()).as(hidden).isEqualTo("404 not_found");
      assertThat(stranger.call("PATCH", path, "{\"active\":false}").problem())
          .as(hidden)
          .isEqualTo("404 not_found");
      assertThat(stranger.post(path + "/invitation", "").problem())
          .as(hidden)
          .isEqualTo("404 not_found");
    }
    Answer foreign =
        stranger.post(
            "/v1/users",
            "{\"email\":\"b@m2.test\",\"name\":\"B\",\"roles\":[\"merchant_admin\"],"
                + "\"merchant_id\":\"mer_m2\"}");
    assertThat(foreign.status()).isEqualTo(400);
    assertThat(foreign.json().toString()).contains("/merchant_id");
    assertThat(stranger.get("/v1/users?merchant_id=mer_m2").json().toString())
        .doesNotContain("m2.test");
    assertThat(SERVER.bean(Users.class).find("a@m2.test").orElseThrow().active()).isTrue();
  }

  @Test
  void noAdministratorGivesTheBanksRoles() {
    person("a@m4.test", Role.MERCHANT_ADMIN, "mer_m4");
    for (String role : List.of("acquirer_ops", "auditor", "of_nobody")) {
      Answer refused = as("a@m4.test").post("/v1/users", user("x@m4.test", "X", role));
      assertThat(refused.status()).as(role).isEqualTo(400);
      assertThat(refused.json().toString()).as(role).contains("/roles", "invalid");
    }
    assertThat(SERVER.bean(Users.class).find("x@m4.test")).isEmpty();
  }

  @Test
  void oneAdministratorStays() {
    person("a@m5.test", Role.MERCHANT_ADMIN, "mer_m5");
    String path = "/v1/users/a@m5.test";

    assertThat(as("a@m5.test").call("PATCH", path, "{\"active\":false}").problem())
        .isEqualTo("409 own_account");
    for (String change : List.of("{\"active\":false}", "{\"roles\":[\"merchant_finance\"]}")) {
      assertThat(as("ops@bank.test").call("PATCH", path, change).problem())
          .as(change)
          .isEqualTo("409 last_admin");
    }
    person("b@m5.test", Role.MERCHANT_ADMIN, "mer_m5");
    as("ops@bank.test").post("/v1/users", user("c@m5.test", "Ç", "merchant_admin", "mer_m5"));
    assertThat(as("ops@bank.test").call("PATCH", path, "{\"active\":false}").status())
        .isEqualTo(200);
  }

  @Test
  void whoeverIsNoAdministratorIsRefusedBeforeTheBodyIsRead() {
    person("f@m6.test", Role.MERCHANT_FINANCE, "mer_m6");
    for (String who : List.of("f@m6.test", "denetim@bank.test")) {
      assertThat(as(who).post("/v1/users", "{").problem()).as(who).isEqualTo("403 forbidden");
    }
    assertThat(new Api(SERVER.root(), "").post("/v1/users", "{").status()).isEqualTo(401);
    assertThat(as("denetim@bank.test").get("/v1/users/f@m6.test").status()).isEqualTo(200);
    assertThat(as("ops@bank.test").post("/v1/users", "{").problem())
        .isEqualTo("400 malformed_json");
  }

  @Test
  void aLinkSetsOnePasswordOnce() {
    String token = invited("g@bank.test");
    Browser browser = SERVER.browser();
    String path = "/portal/invitation?token=" + token;
    assertThat(browser.get(path).status()).isEqualTo(200);
    assertThat(accept(browser, token, "kısa").status()).isEqualTo(422);
    assertThat(accept(browser, token, PASSWORD).location().orElse("")).isEqualTo("/portal/sign-in");

    assertThat(SERVER.browser().get(path).status()).isEqualTo(404);
    browser.get("/portal/sign-in");
    assertThat(accept(browser, token, PASSWORD + "!").status()).isEqualTo(404);
    browser.get("/portal/sign-in");
    Map<String, String> signIn = Map.of("email", "g@bank.test", "password", PASSWORD);
    assertThat(browser.post("/portal/sign-in", signIn).status()).isEqualTo(303);
  }

  @Test
  void aLinkThatIsOverOrReplacedOrWrongOpensNothing() {
    String first = invited("h@bank.test");
    String second = as("ops@bank.test").post("/v1/users/h@bank.test/invitation", "").text("/token");
    for (String wrong : List.of(first, second + "x", second.substring(1), "", "%C3%A7")) {
      assertThat(SERVER.browser().get("/portal/invitation?token=" + wrong).status())
          .as(wrong)
          .isEqualTo(404);
    }
    String path = "/portal/invitation?token=" + second;
    assertThat(SERVER.browser().get(path).status()).isEqualTo(200);
    CLOCK.forward(Duration.ofDays(3));
    assertThat(SERVER.browser().get(path).status()).isEqualTo(404);
  }

  @Test
  void aPagesTokenIsASessionAndAnApiTokenIsNone() {
    person("k@bank.test", Role.ACQUIRER_OPS, null);
    Browser browser = SERVER.browser();
    browser.get("/portal/sign-in");
    browser.post("/portal/sign-in", Map.of("email", "k@bank.test", "password", PASSWORD));
    Api page = new Api(SERVER.root(), browser.cookie(Cookies.SESSION).orElseThrow().getValue());

    Answer session = page.get("/v1/page-session");
    assertThat(session.text("/subject")).isEqualTo("k@bank.test");
    assertThat(session.json().path("roles").toString()).isEqualTo("[\"acquirer_ops\"]");
    for (String none : List.of("", "garbage", as("k@bank.test").token())) {
      Api stranger = new Api(SERVER.root(), none);
      assertThat(stranger.get("/v1/page-session").status()).as(none).isEqualTo(401);
      assertThat(stranger.call("DELETE", "/v1/page-session", "").status()).isIn(204, 401);
    }
    assertThat(page.get("/v1/page-session").status()).isEqualTo(200);
    assertThat(page.call("DELETE", "/v1/page-session", "").status()).isEqualTo(204);
    assertThat(page.get("/v1/page-session").status()).isEqualTo(401);
    assertThat(browser.get("/portal/account").location().orElse("")).startsWith("/portal/sign-in");
  }

  private static Browser.Page accept(Browser browser, String token, String password) {
    return browser.post(
        "/portal/invitation",
        Map.of("token", token, "new_password", password, "repeated_password", password));
  }

  private static String invited(String email) {
    return as("ops@bank.test").post("/v1/users", user(email, "Ğ", "auditor")).text("/token");
  }

  private static String user(String email, String name, String role) {
    return "{\"email\":\"%s\",\"name\":\"%s\",\"roles\":[\"%s\"]}".formatted(email, name, role);
  }

  private static String user(String email, String name, String role, String merchantId) {
    return user(email, name, role).replace("]}", "],\"merchant_id\":\"" + merchantId + "\"}");
  }

  private static void person(String email, Role role, @Nullable String merchantId) {
    SERVER.bean(SignIn.class).ensure(email, PASSWORD, Set.of(role), merchantId);
  }

  private static Api as(String email) {
    return new Api(
        SERVER.root(),
        SERVER.bean(TokenSigner.class).sign(SERVER.bean(Users.class).find(email).orElseThrow()));
  }
}
