package io.openvpos.merchant.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.fakes.Browser;
import io.openvpos.merchant.fakes.PageServer;
import io.openvpos.merchant.fakes.SetClock;
import io.openvpos.merchant.fakes.ShopEdge;
import io.openvpos.merchant.fakes.ShopEdge.Asked;
import io.openvpos.merchant.ledger.EntryReading;
import io.openvpos.merchant.ledger.HeadEntries;
import io.openvpos.merchant.ledger.HeadReading;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.payments.EdgeClient;
import io.openvpos.merchant.payments.LinkDesk;
import io.openvpos.merchant.payments.PaymentDesk;
import io.openvpos.merchant.profile.KeyExpiries;
import io.openvpos.merchant.profile.KeyIssuing;
import io.openvpos.merchant.profile.KeyIssuing.Wanted;
import io.openvpos.merchant.profile.KeyLimiting;
import io.openvpos.merchant.profile.KeyRolling;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.SecurityChanges;
import io.openvpos.merchant.profile.domain.ApiKey;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.CheckoutOrigin;
import io.openvpos.merchant.profile.domain.KeyLimits;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.Registration;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import io.openvpos.merchant.profile.domain.Status;
import io.openvpos.merchant.staff.SignIn;
import io.openvpos.messaging.access.AddressRange;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.money.Mode;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// The pages of a merchant and of people's accounts: what they show and what their forms do.
class MerchantPagesTest {

  private static final String PASSWORD = "üç küçük kedi yağmurda";
  private static final SetClock CLOCK = new SetClock(Instant.parse("2026-11-26T09:00:00Z"));
  private static final ShopEdge EDGE = new ShopEdge();
  private static final PageServer SERVER =
      PageServer.withPeople(CLOCK, List.of("--vpos.merchant.second-factor=offered"), Rooms.class);

  @Configuration(proxyBeanMethods = false)
  @ComponentScan({
    "io.openvpos.merchant.payments.page",
    "io.openvpos.merchant.dashboard",
    "io.openvpos.merchant.profile.page",
    "io.openvpos.merchant.trail.page"
  })
  static class Rooms {
    @Bean
    LinkDesk linkDesk() {
      return new LinkDesk(new EdgeClient(EDGE.root()));
    }

    @Bean
    PaymentDesk paymentDesk() {
      return new PaymentDesk(new EdgeClient(EDGE.root()));
    }

    @Bean
    Merchants merchants() {
      return new KeptMerchants();
    }

    @Bean
    SecurityChanges securityChanges(Merchants merchants, Clock clock) {
      return new SecurityChanges(merchants, clock);
    }

    @Bean
    KeyIssuing keyIssuing(Merchants merchants, Clock clock) {
      return new KeyIssuing(merchants, clock);
    }

    @Bean
    KeyLimiting keyLimiting(Merchants merchants, Clock clock) {
      return new KeyLimiting(merchants, clock);
    }

    @Bean
    KeyExpiries keyExpiries() {
      return new KeptExpiries();
    }

    @Bean
    KeyRolling keyRolling(Merchants merchants, KeyIssuing keys, KeyExpiries expiries, Clock clock) {
      return new KeyRolling(merchants, keys, expiries, clock);
    }

    @Bean
    HeadReading headReading() {
      return new HeadReading() {
        @Override
        public List<Head> existing(Collection<HeadKey> keys) {
          return List.of();
        }

        @Override
        public List<Head> all() {
          return List.of();
        }
      };
    }

    @Bean
    HeadEntries headEntries(HeadReading heads) {
      EntryReading none =
          (EntryReading)
              Proxy.newProxyInstance(
                  Rooms.class.getClassLoader(),
                  new Class<?>[] {EntryReading.class},
                  (_, _, _) -> List.of());
      return new HeadEntries(heads, none);
    }
  }

  @BeforeAll
  static void people() {
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
  void aPaymentIsShownWithItsHistoryInTheReadersWay() {
    Browser browser = signedIn(Role.MERCHANT_FINANCE);
    Browser.Page list = browser.get("/portal/payments?last4=6111&rrn=632912000001");

    assertThat(list.text()).contains("1.290,50 TL", "Sipariş-1");
    assertThat(last().path()).contains("last4=6111", "rrn=632912000001", "mode=test");
    assertThat(list.html().select("a[rel=next]").attr("href")).contains("starting_after=pay_1");
    Browser.Page one = browser.get("/portal/payments/pay_1?lang=en");
    assertThat(one.text()).contains("1,290.50 TRY", "632912000001");
    assertThat(one.html().select(".actions")).isEmpty();
    assertThat(browser.get("/portal/payments/pay_2").status()).isEqualTo(404);
  }

  @Test
  void aRefundIsAskedForOnceMoreAndIsSentWithTheKeyOfItsForm() {
    Browser browser = signedIn(Role.MERCHANT_ADMIN);
    Browser.Page form = browser.get("/portal/payments/pay_1/refund");
    String key = form.html().select("input[name=key]").val();
    assertThat(form.html().select("#field-amount").val()).isEqualTo("1280,50");

    Map<String, String> fields = Map.of("key", key, "amount", "1.000,50", "reason", "İade");
    EDGE.answerChanges(201, "{}");
    assertThat(browser.post("/portal/payments/pay_1/refund", fields).status()).isEqualTo(303);
    assertThat(last().path()).isEqualTo("/v1/payments/pay_1/refunds");
    assertThat(last().key()).isEqualTo(key);
    assertThat(last().body()).isEqualTo("{\"amount\":100050,\"reason\":\"İade\"}");
    assertThat(browser.get("/portal/payments/pay_1").html().select(".flash").text()).isNotEmpty();
    assertThat(browser.get("/portal/payments/pay_1").html().select(".flash")).isEmpty();
  }

  @Test
  void aRefusalOfTheEdgeIsShownAndNoAnswerKeepsTheKey() {
    Browser browser = signedIn(Role.MERCHANT_ADMIN);
    String key = browser.get("/portal/payments/pay_1/refund").html().select("[name=key]").val();
    Map<String, String> fields = Map.of("key", key, "amount", "1");

    EDGE.answerChanges(422, "{\"code\": \"refund_exceeds_captured\", \"detail\": \"Çok fazla.\"}");
    Browser.Page refused = browser.post("/portal/payments/pay_1/refund", fields);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Çok fazla.");
    assertThat(refused.html().select("[name=key]").val()).isNotEqualTo(key);

    EDGE.answerChanges(503, "{}");
    Browser.Page unknown = browser.post("/portal/payments/pay_1/refund", fields);
    assertThat(unknown.status()).isEqualTo(503);
    assertThat(unknown.html().select("[name=key]").val()).isEqualTo(key);
  }

  @Test
  void anAmountThatIsNoneNeverReachesTheEdge() {
    Browser browser = signedIn(Role.MERCHANT_ADMIN);
    String key = browser.get("/portal/payments/pay_1/refund").html().select("[name=key]").val();
    long before = EDGE.asked().stream().filter(one -> one.method().equals("POST")).count();

    for (String amount : List.of("", "0", "-1", "1,234", "12,505", "on iki", "1e3")) {
      Browser.Page page =
          browser.post("/portal/payments/pay_1/refund", Map.of("key", key, "amount", amount));
      assertThat(page.status()).as(amount).isEqualTo(422);
      assertThat(page.html().select("#error-amount")).as(amount).isNotEmpty();
    }
    assertThat(EDGE.asked().stream().filter(one -> one.method().equals("POST")).count())
        .isEqualTo(before);
  }

  @Test
  void aPaymentLinkIsMadeOnceAndShownWithItsCode() {
    Browser browser = signedIn(Role.MERCHANT_ADMIN);
    Browser.Page list = browser.get("/portal/links?mode=live");
    assertThat(list.text()).contains("Ağustos kirası", "250,00 TL", "Açık");
    assertThat(list.html().select("a[rel=next]").attr("href")).contains("starting_after=pl_1");
    String key = list.html().select("input[name=key]").val();
    Map<String, String> fields =
        Map.of(
            "key",
            key,
            "mode",
            "live",
            "description",
            "Ağustos kirası",
            "amount",
            "250,00",
            "currency",
            "TRY",
            "expires_in_days",
            "7");
    EDGE.answerChanges(
        201,
        """
        {"id": "pl_1", "created_at": "2026-11-26T08:00:00Z", "expires_at": "2026-12-03T08:00:00Z"}
        """);

    assertThat(browser.post("/portal/links", fields).status()).isEqualTo(303);
    assertThat(last().path()).isEqualTo("/v1/payment-links?mode=live");
    assertThat(last().key()).isEqualTo(key);
    assertThat(last().body())
        .isEqualTo(
            "{\"amount\":25000,\"currency\":\"TRY\",\"description\":\"Ağustos kirası\","
                + "\"expires_in_days\":7,\"reusable\":false}");
    Browser.Page one = browser.get("/portal/links/live/pl_1?lang=en");
    assertThat(one.text()).contains("https://pay.test/checkout/links/pl_1", "Fatura 7", "Open");
    assertThat(one.html().select("img").attr("src")).startsWith("data:image/svg+xml;base64,");
    EDGE.answerChanges(409, "{\"code\": \"link_not_deactivatable\"}");
    browser.post("/portal/links/live/pl_1/deactivation", Map.of());
    assertThat(browser.get("/portal/links/live/pl_1?lang=en").html().select(".flash").text())
        .contains("on its way or done");
  }

  @Test
  void whatIsWrongWithALinkIsSaidAtItsField() {
    Browser browser = signedIn(Role.MERCHANT_ADMIN);
    String key = browser.get("/portal/links").html().select("input[name=key]").val();
    Map<String, String> fields =
        Map.of("key", key, "amount", "1,2,3", "currency", "TRY", "expires_in_days", "bir");
    Browser.Page ours = browser.post("/portal/links", fields);
    EDGE.answerChanges(
        400,
        """
        {"code": "validation_failed", "errors": [{"pointer": "/currency", "code": "required"}]}
        """);
    Browser.Page theirs =
        browser.post(
            "/portal/links",
            Map.of("key", key, "amount", "1", "currency", "", "expires_in_days", "30"));

    assertThat(ours.status()).isEqualTo(422);
    assertThat(ours.html().select("#error-amount, #error-expires_in_days")).hasSize(2);
    assertThat(theirs.html().select("#error-currency")).hasSize(1);
  }

  @Test
  void aKeyIsShownOnceAndReplacedWithAnOverlap() {
    Browser browser = signedIn(Role.MERCHANT_ADMIN);
    browser.get("/portal/keys");
    Browser.Page made = browser.post("/portal/keys", Map.of("mode", "test", "scope", "secret"));
    String secret = made.html().select("#secret").text();
    assertThat(secret).startsWith("sk_test_").hasSize(72);
    assertThat(browser.get("/portal/keys").response().body()).doesNotContain(secret);

    Merchants merchants = SERVER.bean(Merchants.class);
    ApiKey old = merchants.find("mer_1").orElseThrow().apiKeys().getLast();
    browser.get("/portal/keys/" + old.id());
    String roll = "/portal/keys/" + old.id() + "/roll";
    assertThat(browser.post(roll, Map.of("overlap", "9999")).status()).isEqualTo(422);
    assertThat(browser.post(roll, Map.of("overlap", "24")).html().select("#secret").text())
        .startsWith("sk_test_");

    KeyRolling rolling = SERVER.bean(KeyRolling.class);
    rolling.revokeDue();
    assertThat(merchants.find("mer_1").orElseThrow().key(old.id()).orElseThrow().active()).isTrue();
    CLOCK.forward(Duration.ofHours(24));
    rolling.revokeDue();
    assertThat(merchants.find("mer_1").orElseThrow().key(old.id()).orElseThrow().active())
        .isFalse();
    assertThat(signedIn(Role.MERCHANT_ADMIN).get("/portal/keys/" + old.id()).status())
        .isEqualTo(404);
  }

  @Test
  void aKeyMayBeLimitedAndSoIsTheOneThatReplacesIt() {
    Browser browser = signedIn(Role.MERCHANT_ADMIN);
    browser.get("/portal/keys");
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "mode", "test",
                "scope", "secret",
                "expires_at", "2026-11-20",
                "allowed_addresses", "203.0.113.0/24\nshop.example",
                "signing_key", "x"));
    Browser.Page refused = browser.post("/portal/keys", form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(
            refused
                .html()
                .select("#error-expires_at, #error-allowed_addresses, #error-signing_key"))
        .hasSize(3);

    form.put("expires_at", "2027-02-28");
    form.put("allowed_addresses", "203.0.113.0/24\r\n2001:db8::/48");
    form.put("signing_key", "");
    assertThat(browser.post("/portal/keys", form).html().select("#secret")).hasSize(1);
    Merchants merchants = SERVER.bean(Merchants.class);
    ApiKey key = merchants.find("mer_1").orElseThrow().apiKeys().getLast();
    assertThat(key.limits().addresses()).hasSize(2);
    assertThat(key.limits().expiresAt()).isEqualTo("2027-02-28T21:00:00Z");
    assertThat(browser.get("/portal/keys/" + key.id()).text()).contains("203.0.113.0/24");

    browser.post("/portal/keys/" + key.id() + "/roll", Map.of("overlap", "1"));
    ApiKey next = merchants.find("mer_1").orElseThrow().apiKeys().getLast();
    assertThat(next.limits().addresses()).isEqualTo(key.limits().addresses());
    assertThat(next.limits().expiresAt()).isNotNull();
  }

  @Test
  void theLimitsOfAKeyInUseAreChanged() {
    Merchants merchants = SERVER.bean(Merchants.class);
    Instant end = CLOCK.instant().plus(Duration.ofDays(30));
    KeyLimits limits =
        new KeyLimits(end, List.of(AddressRange.read("203.0.113.0/24").orElseThrow()), null);
    String id =
        SERVER
            .bean(KeyIssuing.class)
            .issue("mer_1", new Wanted(Mode.TEST, KeyScope.SECRET, limits), Actor.PLATFORM)
            .orElseThrow()
            .kept()
            .id();
    Browser browser = signedIn(Role.MERCHANT_ADMIN);
    Browser.Page shown = browser.get("/portal/keys/" + id);
    String day = shown.html().select("#field-expires_at").val();
    String networks = shown.html().select("#field-allowed_addresses").text();
    assertThat(networks).isEqualTo("203.0.113.0/24");

    String path = "/portal/keys/" + id + "/limits";
    Browser.Page refused =
        browser.post(path, Map.of("expires_at", day, "allowed_addresses", "shop.example"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html().select("#error-allowed_addresses")).hasSize(1);
    assertThat(merchants.find("mer_1").orElseThrow().key(id).orElseThrow().limits())
        .isEqualTo(limits);

    browser.post(
        path, Map.of("expires_at", day, "allowed_addresses", networks + "\n2001:db8::/48"));
    KeyLimits changed = merchants.find("mer_1").orElseThrow().key(id).orElseThrow().limits();
    assertThat(changed.expiresAt()).as("a day left as it is").isEqualTo(end);
    assertThat(changed.addresses()).hasSize(2);

    CLOCK.forward(Duration.ofDays(31));
    Browser later = signedIn(Role.MERCHANT_ADMIN);
    assertThat(later.get("/portal/keys/" + id).html().select("form[action$=/limits]")).isEmpty();
    assertThat(later.post(path, Map.of("expires_at", "")).status()).isEqualTo(409);
  }

  @Test
  void anAdministratorSaysWhichPagesMayShowTheCheckout() {
    Merchants merchants = SERVER.bean(Merchants.class);
    Browser browser = signedIn(Role.MERCHANT_ADMIN);
    browser.get("/portal/security");
    String set = "/portal/security/origins";
    Browser.Page refused =
        browser.post(set, Map.of("origins", "https://shop.example\nhttp://shop.example"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html().select("#error-origins")).hasSize(1);
    assertThat(refused.html().select("textarea").val()).contains("http://shop.example");
    assertThat(merchants.find("mer_1").orElseThrow().security().checkoutOrigins()).isEmpty();

    String right = "https://Shop.example\r\n\r\nhttps://shop.example:8443\r\n";
    assertThat(browser.post(set, Map.of("origins", right)).status()).isEqualTo(303);
    long version = merchants.find("mer_1").orElseThrow().version();
    assertThat(merchants.find("mer_1").orElseThrow().security().checkoutOrigins())
        .containsExactly(
            new CheckoutOrigin("https://shop.example"),
            new CheckoutOrigin("https://shop.example:8443"));
    assertThat(browser.get("/portal/security").html().select("textarea").val())
        .isEqualTo("https://shop.example\nhttps://shop.example:8443");
    browser.post(set, Map.of("origins", right));
    assertThat(merchants.find("mer_1").orElseThrow().version()).isEqualTo(version);
  }

  private static Asked last() {
    return EDGE.asked().getLast();
  }

  private static Browser signedIn(Role role) {
    Browser browser = SERVER.browser();
    browser.get("/portal/sign-in");
    assertThat(
            browser
                .post("/portal/sign-in", Map.of("email", email(role), "password", PASSWORD))
                .status())
        .isEqualTo(303);
    return browser;
  }

  private static String email(Role role) {
    return role.name().toLowerCase(Locale.ROOT) + "@house.test";
  }

  private static final class KeptMerchants implements Merchants {
    private final Map<String, Merchant> kept = new ConcurrentHashMap<>();

    KeptMerchants() {
      kept.put(
          "mer_1",
          new Merchant(
              "mer_1",
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
              ContractBook.first(ContractTerms.demo()),
              List.of(),
              null,
              Instant.EPOCH));
    }

    @Override
    public Optional<Merchant> find(String id) {
      return Optional.ofNullable(kept.get(id));
    }

    @Override
    public List<Merchant> all() {
      return List.copyOf(kept.values());
    }

    @Override
    public boolean insert(Merchant merchant, Action action) {
      return kept.putIfAbsent(merchant.id(), merchant) == null;
    }

    @Override
    public boolean save(Merchant changed, Action action) {
      kept.put(changed.id(), changed);
      return true;
    }
  }

  private static final class KeptExpiries implements KeyExpiries {
    private final Map<String, Instant> times = new HashMap<>();

    @Override
    public void set(String merchantId, String keyId, Instant at) {
      times.put(keyId, at);
    }

    @Override
    public Map<String, Instant> of(String merchantId) {
      return Map.copyOf(times);
    }

    @Override
    public List<Due> due(Instant now) {
      return times.entrySet().stream()
          .filter(entry -> !entry.getValue().isAfter(now))
          .map(entry -> new Due("mer_1", entry.getKey()))
          .toList();
    }

    @Override
    public void done(String keyId) {
      times.remove(keyId);
    }
  }
}
