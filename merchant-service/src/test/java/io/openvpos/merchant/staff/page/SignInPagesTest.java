package io.openvpos.merchant.staff.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.fakes.Browser;
import io.openvpos.merchant.fakes.PageServer;
import io.openvpos.merchant.fakes.SetClock;
import io.openvpos.merchant.staff.SignIn;
import io.openvpos.merchant.staff.UserAdmin;
import io.openvpos.merchant.staff.UserAdmin.Change;
import io.openvpos.merchant.staff.Users;
import io.openvpos.merchant.staff.domain.Totp;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.mongo.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signing in, staying in and getting out, over HTTP.
class SignInPagesTest {

  private static final String PASSWORD = "üç küçük kedi yağmurda";
  private static final SetClock CLOCK = new SetClock(Instant.parse("2026-11-26T09:00:00Z"));
  private static final PageServer SERVER = PageServer.withPeople(CLOCK, List.of());
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final Browser browser = SERVER.browser();
  private String admin = "";
  private String ops = "";

  @BeforeEach
  void people() {
    int number = NEXT.incrementAndGet();
    admin = "admin" + number + "@shop.test";
    ops = "ops" + number + "@bank.test";
    SignIn signIn = SERVER.bean(SignIn.class);
    signIn.ensure(admin, PASSWORD, Set.of(Role.MERCHANT_ADMIN), "mer_" + number);
    signIn.ensure(ops, PASSWORD, Set.of(Role.ACQUIRER_OPS), null);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aRightPasswordOpensASessionThatOnlyThePagesSee() {
    Browser.Page answer = signIn(browser, admin, PASSWORD);

    assertThat(answer.location()).contains("/portal");
    String cookie = String.join(";", answer.response().headers().allValues("Set-Cookie"));
    assertThat(cookie)
        .containsIgnoringCase("vpos_session=")
        .containsIgnoringCase("Path=/portal")
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Strict");
    assertThat(browser.get("/portal/account").text()).contains(admin);
  }

  @Test
  void nobodyIsSentToAnotherSite() {
    for (String next : List.of("https://evil.example", "//evil.example", "/portal/\\evil", "")) {
      Browser fresh = SERVER.browser();
      fresh.get("/portal/sign-in");
      Map<String, String> fields = Map.of("email", admin, "password", PASSWORD, "next", next);
      assertThat(fresh.post("/portal/sign-in", fields).location()).contains("/portal");
    }
  }

  @Test
  void anUnknownAddressAndAWrongPasswordLookTheSame() {
    Browser.Page wrong = signIn(browser, admin, "not the right one");
    Browser.Page unknown = signIn(SERVER.browser(), "nobody@shop.test", "not the right one");

    assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(422);
    assertThat(wrong.html().select(".notice").text())
        .isEqualTo(unknown.html().select(".notice").text());
    assertThat(wrong.response().body()).doesNotContain("not the right one");
  }

  @Test
  void afterFiveWrongPasswordsTheRightOneWaitsToo() {
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(signIn(browser, admin, "wrong").status()).isEqualTo(422);
    }

    assertThat(signIn(browser, admin, PASSWORD).status()).isEqualTo(422);
    CLOCK.forward(Duration.ofSeconds(59));
    assertThat(signIn(browser, admin, PASSWORD).status()).isEqualTo(422);
    CLOCK.forward(Duration.ofSeconds(2));
    assertThat(signIn(browser, admin, "wrong again").status()).isEqualTo(422);
    CLOCK.forward(Duration.ofMinutes(4));
    assertThat(signIn(browser, admin, PASSWORD).status()).isEqualTo(422);
    CLOCK.forward(Duration.ofMinutes(2));
    assertThat(signIn(browser, admin, PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void aSessionIsNewWithEverySignIn() {
    signIn(browser, admin, PASSWORD);
    String first = session(browser);
    String csrf = token(browser);
    Browser thief = SERVER.browser();
    thief.send("/portal/account", "vpos_session", first);

    signIn(browser, admin, PASSWORD);

    assertThat(session(browser)).isNotEqualTo(first);
    assertThat(token(browser)).isNotEqualTo(csrf);
    assertThat(thief.send("/portal/account", "vpos_session", first).status()).isEqualTo(303);
  }

  @Test
  void theTokenOfAnotherSessionIsNoToken() {
    signIn(browser, admin, PASSWORD);
    browser.get("/portal/account");
    Browser other = SERVER.browser();
    signIn(other, ops, PASSWORD);
    other.get("/portal/second-factor");

    assertThat(browser.post("/portal/sign-out", Map.of(), other.csrf()).status()).isEqualTo(403);
    assertThat(browser.get("/portal/account").status()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSessionForACopyOfTheCookieToo() {
    signIn(browser, admin, PASSWORD);
    String kept = session(browser);
    browser.get("/portal/account");

    browser.post("/portal/sign-out", Map.of());

    assertThat(SERVER.browser().send("/portal/account", "vpos_session", kept).status())
        .isEqualTo(303);
  }

  @Test
  void anIdleSessionEndsAndAUsedOneIsRenewedForEightHours() {
    signIn(browser, admin, PASSWORD);
    for (int minutes = 0; minutes < 8 * 60 - 14; minutes += 14) {
      assertThat(browser.get("/portal/account").status()).as("%d", minutes).isEqualTo(200);
      CLOCK.forward(Duration.ofMinutes(14));
    }
    CLOCK.forward(Duration.ofMinutes(14));
    assertThat(browser.get("/portal/account").status()).isEqualTo(303);

    signIn(browser, admin, PASSWORD);
    browser.get("/portal/account");
    CLOCK.forward(Duration.ofMinutes(16));
    assertThat(browser.get("/portal/account").status()).isEqualTo(303);
  }

  @Test
  void otherRolesAndAnotherPasswordEndEverySession() {
    signIn(browser, admin, PASSWORD);
    Browser second = SERVER.browser();
    signIn(second, admin, PASSWORD);

    browser.get("/portal/account");
    String better = "dört büyük köpek kar altında";
    Map<String, String> wrong =
        Map.of("old_password", "x", "new_password", better, "repeated_password", better);
    assertThat(browser.post("/portal/account", wrong).status()).isEqualTo(422);
    assertThat(second.get("/portal/account").status()).isEqualTo(200);
    Map<String, String> right =
        Map.of("old_password", PASSWORD, "new_password", better, "repeated_password", better);
    assertThat(browser.post("/portal/account", right).status()).isEqualTo(303);
    assertThat(second.get("/portal/account").status()).isEqualTo(303);
    assertThat(browser.get("/portal/account").status()).isEqualTo(200);

    Change change = new Change(null, null, false);
    SERVER.bean(UserAdmin.class).change(ops, change, new Actor("somebody@bank.test", "-"));
    SERVER.bean(SignIn.class).ensure("second-" + admin, PASSWORD, Set.of(Role.MERCHANT_ADMIN), "m");
    assertThat(browser.get("/portal/account").status()).isEqualTo(200);
  }

  @Test
  void staffSetUpASecondFactorBeforeAnythingElse() {
    signIn(browser, ops, PASSWORD);
    assertThat(browser.get("/portal/users").location()).contains("/portal/second-factor");

    Browser.Page page = browser.get("/portal/second-factor");
    assertThat(page.html().select("img.qr").attr("src")).startsWith("data:image/svg+xml;base64,");
    String secret = page.html().select("#secret").text().replace(" ", "");
    assertThat(browser.post("/portal/second-factor", Map.of("code", "000000")).status())
        .isEqualTo(422);
    String before = session(browser);
    Browser.Page codes = browser.post("/portal/second-factor", Map.of("code", code(secret)));
    assertThat(codes.html().select(".codes li")).hasSize(10);
    assertThat(session(browser)).isNotEqualTo(before);
    assertThat(browser.get("/portal/users").status()).isEqualTo(200);

    Browser again = SERVER.browser();
    assertThat(signIn(again, ops, PASSWORD).status()).isEqualTo(422);
    assertThat(signIn(again, ops, PASSWORD, code(secret)).status()).as("used").isEqualTo(422);
    CLOCK.forward(Duration.ofSeconds(30));
    assertThat(signIn(again, ops, PASSWORD, code(secret)).status()).isEqualTo(303);
    String recovery = codes.html().select(".codes li").get(0).text();
    assertThat(signIn(SERVER.browser(), ops, PASSWORD, recovery).status()).isEqualTo(303);
    assertThat(signIn(SERVER.browser(), ops, PASSWORD, recovery).status()).isEqualTo(422);
  }

  @Test
  void aUserOfTheTimeBeforeStillSignsIn() {
    String hash =
        SERVER.bean(Users.class).find(admin).map(User::credentials).orElseThrow().passwordHash()
            + "";
    Documents.plain(SERVER.database(), "users")
        .insert(
            new Document("_id", "old-" + admin)
                .append("password_hash", hash)
                .append("roles", List.of("merchant_finance"))
                .append("merchant_id", "mer_1"));

    assertThat(signIn(browser, "old-" + admin, "wrong").status()).isEqualTo(422);
    assertThat(signIn(browser, "OLD-" + admin, PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void theApiSharesTheWaitAndAsksForTheCode() {
    assertThat(api(admin, PASSWORD, null)).isEqualTo(201);
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(api(admin, "wrong", null)).isEqualTo(401);
    }
    assertThat(api(admin, PASSWORD, null)).isEqualTo(401);
    assertThat(signIn(browser, admin, PASSWORD).status()).isEqualTo(422);
  }

  private int api(String email, String password, @org.jspecify.annotations.Nullable String code) {
    String body =
        "{\"email\": \"%s\", \"password\": \"%s\"%s}"
            .formatted(email, password, code == null ? "" : ", \"code\": \"" + code + "\"");
    return SERVER.browser().body("/v1/sessions", "application/json", body).status();
  }

  private static Browser.Page signIn(Browser browser, String email, String password) {
    return signIn(browser, email, password, "");
  }

  private static Browser.Page signIn(Browser browser, String email, String password, String code) {
    browser.get("/portal/sign-in");
    return browser.post(
        "/portal/sign-in", Map.of("email", email, "password", password, "code", code));
  }

  private static String code(String secret) {
    return new Totp().at(secret, Totp.stepOf(CLOCK.instant()));
  }

  private static String session(Browser browser) {
    return browser.cookie("vpos_session").orElseThrow().getValue();
  }

  private static String token(Browser browser) {
    browser.get("/portal/account");
    return browser.csrf();
  }
}
