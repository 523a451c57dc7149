package io.openvpos.merchant.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.application.AForm;
import io.openvpos.merchant.application.Applications;
import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.ApplicationStatus;
import io.openvpos.merchant.application.domain.CompanyType;
import io.openvpos.merchant.application.domain.Paper;
import io.openvpos.merchant.application.domain.PaperType;
import io.openvpos.merchant.application.domain.Review;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.PayoutTerms;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.contract.domain.Reserve;
import io.openvpos.merchant.fakes.Api;
import io.openvpos.merchant.fakes.Browser;
import io.openvpos.merchant.fakes.PageServer;
import io.openvpos.merchant.fakes.SetClock;
import io.openvpos.merchant.fakes.ShopEdge;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.Registration;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import io.openvpos.merchant.profile.domain.SecuritySettings;
import io.openvpos.merchant.profile.domain.Status;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy.Kind;
import io.openvpos.merchant.staff.SignIn;
import io.openvpos.merchant.staff.TokenSigner;
import io.openvpos.merchant.staff.Users;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.messaging.access.Role;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;

/// Every page of the whole service: whom it is for, and that it is for nobody else. A new page
/// fails here until its roles are written down.
class PortalRoutesTest {

  private static final String PASSWORD = "üç küçük kedi yağmurda";
  private static final SetClock CLOCK = new SetClock(Instant.parse("2026-11-26T09:00:00Z"));
  private static final ShopEdge EDGE = new ShopEdge();
  private static final PageServer SERVER =
      PageServer.whole(
          CLOCK,
          List.of(
              "--vpos.merchant.second-factor=offered",
              "--vpos.merchant.authorization-url=" + EDGE.root()));

  /// With something of everything that can be agreed.
  private static final ContractTerms TERMS =
      new ContractTerms(
          List.of(
              PriceRow.forInstallments(1, 12, 275),
              new PriceRow(null, null, null, "5943", 1, 1, 250, 45, 1_95, new PayoutPlan(9, true))),
          500,
          BsmvTreatment.INSIDE,
          false,
          PayoutPlan.afterDays(1),
          new Fees(3_15, 75_00, false),
          new Reserve(1_000, 180),
          "5943",
          new PayoutTerms(true, Map.of()));

  private static final Action STEP = new Action("application.step", Actor.PLATFORM, Instant.EPOCH);

  /// Roles that a page is for; all others are answered 403. `*`: everybody who is signed in.
  private static final Map<String, String> EXPECTED = new LinkedHashMap<>();

  static {
    String merchant = "merchant_admin merchant_finance";
    expect("GET /portal", "*");
    expect("GET /portal/sales-by-day", merchant);
    expect("GET /portal/payments", merchant);
    expect("GET /portal/payments/{id}", merchant);
    expect("GET /portal/payments/{id}/{code:capture|void|refund}", "merchant_admin");
    expect("POST /portal/payments/{id}/{code:capture|void|refund}", "merchant_admin");
    expect("GET /portal/links", "merchant_admin");
    expect("POST /portal/links", "merchant_admin");
    expect("GET /portal/links/{mode}/{id}", "merchant_admin");
    expect("POST /portal/links/{mode}/{id}/deactivation", "merchant_admin");
    expect("GET /portal/webhooks", "merchant_admin");
    expect("POST /portal/webhooks", "merchant_admin");
    expect("GET /portal/webhooks/{mode}/{id}", "merchant_admin");
    for (String change : List.of("test", "secret", "state", "removal")) {
      expect("POST /portal/webhooks/{mode}/{id}/" + change, "merchant_admin");
    }
    expect("POST /portal/webhooks/{mode}/{id}/deliveries/{delivery}/resend", "merchant_admin");
    expect("GET /portal/balances", merchant);
    expect("GET /portal/contract", merchant);
    expect("GET /portal/keys", "merchant_admin");
    expect("POST /portal/keys", "merchant_admin");
    expect("GET /portal/keys/{keyId}", "merchant_admin");
    expect("POST /portal/keys/{keyId}/limits", "merchant_admin");
    expect("POST /portal/keys/{keyId}/roll", "merchant_admin");
    expect("POST /portal/keys/{keyId}/revoke", "merchant_admin");
    expect("POST /portal/merchants/{id}/three-d-secure", "acquirer_ops");
    expect("GET /portal/security", "merchant_admin");
    expect("POST /portal/security/origins", "merchant_admin");
    expect("GET /portal/certification", "merchant_admin");
    expect("POST /portal/certification/request", "merchant_admin");
    people();
    bank();
    frame();
  }

  private static void people() {
    String users = "merchant_admin acquirer_ops";
    expect("GET /portal/users", users);
    expect("POST /portal/users", users);
    expect("GET /portal/users/{email}", users);
    expect("POST /portal/users/{email}", users);
    expect("POST /portal/users/{email}/invitation", users);
    expect("POST /portal/users/{email}/second-factor", users);
    expect("GET /portal/account", "*");
    expect("POST /portal/account", "*");
    expect("GET /portal/second-factor", "*");
    expect("POST /portal/second-factor", "*");
  }

  private static void bank() {
    String readers = "acquirer_ops auditor";
    String desks = "acquirer_ops acquirer_finance auditor";
    String ops = "acquirer_ops";
    expect("GET /portal/audit", readers);
    expect("GET /portal/applications", readers);
    expect("GET /portal/applications/{id}", readers);
    expect("GET /portal/applications/{id}/papers/{fileId}", readers);
    expect("POST /portal/applications/{id}/paper-requests", ops);
    expect("POST /portal/applications/{id}/recommendation", ops);
    expect("POST /portal/applications/{id}/approval", ops);
    expect("POST /portal/applications/{id}/return", ops);
    expect("POST /portal/applications/{id}/rejection", ops);
    expect("GET /portal/applications/{id}/site-check", readers);
    expect("POST /portal/applications/{id}/site-check", ops);
    expect("POST /portal/applications/{id}/site-check/{number}/{criterion}", ops);
    expect("GET /portal/calls", readers);
    expect("POST /portal/calls/{id}", ops);
    expect("GET /portal/merchants", desks);
    expect("GET /portal/merchants/{id}", desks);
    expect("POST /portal/merchants/{id}/standing", ops);
    expect("POST /portal/merchants/{id}/payout-hold", ops);
    expect("POST /portal/merchants/{id}/payout-release", ops);
    expect("POST /portal/merchants/{id}/go-live", ops);
    expect("GET /portal/merchants/{id}/contract", desks);
    expect("POST /portal/merchants/{id}/contract/approval", ops);
    expect("POST /portal/merchants/{id}/contract/withdrawal", ops);
  }

  /// Public, or of the frame itself: nobody's role is asked for.
  private static void frame() {
    expect("GET /portal/sign-in", "*");
    expect("POST /portal/sign-in", "*");
    expect("POST /portal/sign-out", "*");
    expect("GET /portal/invitation", "*");
    expect("POST /portal/invitation", "*");
    expect("GET /portal/refused", "*");
    expect(" /portal/**", "*");
  }

  private static void expect(String route, String roles) {
    EXPECTED.put(route, roles);
  }

  /// What an applicant needs no account for.
  private static final Set<String> PUBLIC =
      Set.of(
          "GET /apply",
          "GET /apply/form",
          "POST /apply/form",
          "GET /apply/status",
          "POST /apply/status",
          "POST /apply/status/close",
          "POST /apply/status/papers",
          "POST /apply/status/answer",
          "POST /apply/status/withdrawal",
          "GET /apply/status/agreement-{language}.pdf",
          "POST /apply/status/acceptance",
          "GET /apply/call-me",
          "POST /apply/call-me",
          "GET /apply/branches",
          " /apply/**");

  @BeforeAll
  static void accounts() {
    for (Role role : Role.values()) {
      boolean merchant = role.code().startsWith("merchant");
      SERVER
          .bean(SignIn.class)
          .ensure(email(role), PASSWORD, Set.of(role), merchant ? "mer_1" : null);
    }
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    EDGE.close();
  }

  @Test
  void everyPageIsNamedHere() {
    assertThat(routes("/portal")).isEqualTo(new TreeSet<>(EXPECTED.keySet()));
    assertThat(routes("/apply")).isEqualTo(new TreeSet<>(PUBLIC));
  }

  @Test
  void everyRouteIsForItsRolesOnly() {
    for (Role role : Role.values()) {
      Browser browser = signedIn(role);
      EXPECTED.forEach((route, roles) -> {
        if (!roles.equals("*")) {
          assertIsForItsRolesOnly(browser, role, route, List.of(roles.split(" ")));
        }
      });
    }
  }

  private static void assertIsForItsRolesOnly(
      Browser browser, Role role, String route, List<String> roles) {
    int status = route.startsWith("GET") ? got(browser, route) : posted(browser, route);
    assertThat(status == 403)
        .as("%s %s: %d", role, route, status)
        .isEqualTo(!roles.contains(role.code()));
    assertThat(status).as("%s %s", role, route).isLessThan(500);
  }

  private static int got(Browser browser, String route) {
    return browser.get(path(route)).status();
  }

  /// With the token of a page that everybody has.
  private static int posted(Browser browser, String route) {
    browser.get("/portal/account");
    return browser.post(path(route), Map.of("active", "true")).status();
  }

  private static String path(String route) {
    return sample(route.substring(route.indexOf(' ') + 1));
  }

  @Test
  void operationsHoldAndReleasePayoutsAndTheContractSaysHowItIsPaid() {
    Merchants merchants = SERVER.bean(Merchants.class);
    Action opened = new Action("merchant.opened", Actor.PLATFORM, Instant.EPOCH);
    assertThat(merchants.insert(merchant(), opened)).isTrue();
    Browser ops = signedIn(Role.ACQUIRER_OPS);
    ops.get("/portal/merchants/mer_hold");
    Browser.Page refused =
        ops.post("/portal/merchants/mer_hold/payout-hold", Map.of("reason", "4155650100416111"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html().select("#error-reason")).isNotEmpty();
    assertThat(merchants.find("mer_hold").orElseThrow().payoutHold()).isNull();

    Map<String, String> reason = Map.of("reason", "Şüpheli satış");
    assertThat(ops.post("/portal/merchants/mer_hold/payout-hold", reason).status()).isEqualTo(303);
    assertThat(signedIn(Role.AUDITOR).get("/portal/merchants/mer_hold").text())
        .contains("Şüpheli satış", email(Role.ACQUIRER_OPS))
        .doesNotContain("Ödemeleri aç");
    ops.get("/portal/merchants/mer_hold");
    assertThat(ops.post("/portal/merchants/mer_hold/payout-release", Map.of()).status())
        .isEqualTo(303);
    assertThat(merchants.find("mer_hold").orElseThrow().payoutHold()).isNull();
    assertThat(ops.get("/portal/merchants/mer_hold/contract").text())
        .contains("lira olarak ödenir", "en az 150,00 TL ödenir");
    assertThat(ops.get("/portal/merchants/mer_hold/contract?lang=en").text())
        .contains("are paid in lira", "at least 150.00 TRY is paid out");
  }

  @Test
  void aSecondPersonApprovesTheTermsThatTheyHaveReadAndNoOthers() {
    Application first = recommended();
    String page = "/portal/applications/VP-READ";
    Browser ops = signedIn(Role.ACQUIRER_OPS);
    Browser.Page read = ops.get(page);
    String seen = read.html().select("input[name=recommendation]").val();
    assertThat(seen).isEqualTo(first.recommendation());
    assertThat(read.text())
        .contains("lira olarak ödenir", "saatte 61", "MCC 5943", "0,45 · en az 1,95")
        .contains("9 · taksit taksit", "komisyon %5,00 BSMV içerir", "geri verilmez")
        .contains("her grubun %10,00 kadarı 180 gün", "iade başına 3,15, ters ibraz başına 75,00");
    assertThat(ops.get(page + "?lang=en").text())
        .contains("at least 1.95", "contains BSMV of 5.00%", "won does not return its fee");
    ops.get(page + "?lang=tr");
    User person = SERVER.bean(Users.class).find(email(Role.ACQUIRER_OPS)).orElseThrow();
    Api api = new Api(SERVER.root(), SERVER.bean(TokenSigner.class).sign(person));
    JsonNode terms = api.get("/v1/applications/VP-READ").json().path("terms");
    assertThat(terms.at("/risk_policy/attempts_per_hour").asInt()).isEqualTo(61);
    assertThat(terms.at("/contract/settlement_currency").asString()).isEqualTo("TRY");
    kept(kept(first.sentBack()).recommended(proposal(62), true));

    String approval = "/v1/applications/VP-READ/approval";
    assertThat(api.post(approval + "?recommendation=" + seen, "").problem())
        .isEqualTo("409 recommendation_changed");
    Browser.Page refused = ops.post(page + "/approval", Map.of("recommendation", seen));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("Siz baktıktan sonra başka koşullar önerildi");
    assertThat(ops.post(page + "/approval", Map.of()).status()).isEqualTo(409);

    seen = ops.get(page).html().select("input[name=recommendation]").val();
    assertThat(ops.post(page + "/approval", Map.of("recommendation", seen)).status())
        .isEqualTo(303);
    assertThat(ops.get(page).text()).contains("saatte 62", "Onaylandı");
  }

  /// An application that somebody else has recommended.
  private static Application recommended() {
    List<Paper> papers =
        CompanyType.LIMITED.papers().stream()
            .map(kind ->
                new Paper("file", kind, "belge.pdf", PaperType.PDF, 1, "digest", Instant.EPOCH))
            .toList();
    Application submitted =
        new Application(
            "VP-READ",
            1,
            ApplicationStatus.SUBMITTED,
            AForm.of(CompanyType.LIMITED),
            papers,
            Review.NONE,
            Instant.EPOCH);
    assertThat(SERVER.bean(Applications.class).insert(submitted, STEP)).isTrue();
    return kept(submitted.recommended(proposal(61), true));
  }

  private static Application kept(Application.Step step) {
    Application next = ((Application.Step.Taken) step).application();
    assertThat(SERVER.bean(Applications.class).save(next, STEP)).isTrue();
    return next;
  }

  private static Review.Proposal proposal(int attemptsPerHour) {
    return new Review.Proposal(
        "other@house.test",
        Instant.EPOCH,
        "uygun",
        TERMS,
        new RiskPolicy(50_000, 20, attemptsPerHour, 200),
        CaptureRules.DEFAULT);
  }

  @Test
  void operationsSayWhoIsAuthenticated() {
    Merchants merchants = SERVER.bean(Merchants.class);
    Action opened = new Action("merchant.opened", Actor.PLATFORM, Instant.EPOCH);
    var _ = merchants.insert(merchant(), opened);
    Browser ops = signedIn(Role.ACQUIRER_OPS);
    ops.get("/portal/merchants/mer_hold");
    String set = "/portal/merchants/mer_hold/three-d-secure";
    for (Map<String, String> wrong :
        List.of(
            Map.of("policy", "sometimes"),
            Map.of("policy", "above", "above.TRY", ""),
            Map.of("policy", "above", "above.TRY", "çok"))) {
      Browser.Page refused = ops.post(set, wrong);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.html().select("#error-policy")).hasSize(1);
    }
    assertThat(merchants.find("mer_hold").orElseThrow().security())
        .isEqualTo(SecuritySettings.DEFAULT);

    Map<String, String> above = Map.of("policy", "above", "above.TRY", "1.500,50");
    assertThat(ops.post(set, above).status()).isEqualTo(303);
    assertThat(merchants.find("mer_hold").orElseThrow().security().threeDSecure())
        .isEqualTo(new ThreeDSecurePolicy(Kind.ABOVE, Map.of("TRY", 1_500_50L)));
    assertThat(signedIn(Role.AUDITOR).get("/portal/merchants/mer_hold").text())
        .contains("1.500,50 TL", "merchant.three_d_secure_set")
        .doesNotContain("Aşılacak tutar");
  }

  private static Merchant merchant() {
    PayoutTerms paid = new PayoutTerms(true, Map.of("TRY", 150_00L));
    return new Merchant(
        "mer_hold",
        1,
        "Çınar Kırtasiye",
        Status.ACTIVE,
        "5943",
        "00000001",
        Registration.of("00000001", null, false),
        "TR330006100519786457841326",
        List.of(Mode.TEST),
        List.of("TRY"),
        RiskPolicy.DEFAULT,
        CaptureRules.DEFAULT,
        ContractBook.first(ContractTerms.demo().paidBy(paid)),
        List.of(),
        null,
        Instant.EPOCH);
  }

  @Test
  void nobodyGetsInWithoutASession() {
    Browser stranger = SERVER.browser();
    EXPECTED.forEach((route, roles) -> {
      if (route.startsWith("GET") && !roles.equals("*")) {
        assertThat(stranger.get(path(route)).location().orElse(""))
            .as(route)
            .startsWith("/portal/sign-in");
      }
    });
  }

  @Test
  void nothingIsChangedWithoutTheToken() {
    Browser admin = signedIn(Role.MERCHANT_ADMIN);
    Browser ops = signedIn(Role.ACQUIRER_OPS);
    int before = EDGE.asked().size();
    EXPECTED.keySet().stream()
        .filter(route -> route.startsWith("POST"))
        .map(route -> sample(route.substring("POST ".length())))
        .forEach(path -> {
          assertThat(admin.post(path, Map.of(), "").status()).as(path).isEqualTo(403);
          assertThat(ops.post(path, Map.of(), "").status()).as(path).isEqualTo(403);
        });
    assertThat(EDGE.asked()).hasSize(before);
  }

  @Test
  void anApplicantsFormNeedsTheTokenOfItsVisit() {
    PUBLIC.stream()
        .filter(route -> route.startsWith("POST"))
        .forEach(route ->
            assertThat(SERVER.browser().post(route.substring(5), Map.of(), "").status())
                .as(route)
                .isEqualTo(403));
  }

  @Test
  void anApplicantWithoutAnOpenApplicationSeesNobodys() {
    Browser browser = SERVER.browser();
    for (String path : List.of("/apply", "/apply/form", "/apply/status", "/apply/branches")) {
      assertThat(browser.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(browser.get("/apply/status/agreement-tr.pdf").status()).isEqualTo(404);
    for (String step : List.of("answer", "withdrawal")) {
      browser.get("/apply/status");
      assertThat(browser.post("/apply/status/" + step, Map.of()).status()).as(step).isEqualTo(404);
    }
  }

  private static Set<String> routes(String below) {
    Set<String> routes = new TreeSet<>();
    SERVER
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(info -> {
          String methods =
              String.join(
                  "", info.getMethodsCondition().getMethods().stream().map(Enum::name).toList());
          info.getPatternsCondition().getPatterns().stream()
              .map(PathPattern::getPatternString)
              .filter(pattern -> pattern.startsWith(below))
              .forEach(pattern -> routes.add(methods + " " + pattern));
        });
    return routes;
  }

  private static Browser signedIn(Role role) {
    Browser browser = SERVER.browser();
    browser.get("/portal/sign-in");
    Map<String, String> form = Map.of("email", email(role), "password", PASSWORD);
    assertThat(browser.post("/portal/sign-in", form).status()).isEqualTo(303);
    return browser;
  }

  private static String email(Role role) {
    return role.name().toLowerCase(Locale.ROOT) + "@house.test";
  }

  private static String sample(String pattern) {
    return pattern
        .replace("{id}", "none_1")
        .replace("{code:capture|void|refund}", "refund")
        .replace("{mode}", "test")
        .replace("{delivery}", "whd_1")
        .replace("{keyId}", "key_none")
        .replace("{fileId}", "file_none")
        .replace("{number}", "1")
        .replace("{criterion}", "tls")
        .replace("{email}", "nobody@house.test");
  }
}
