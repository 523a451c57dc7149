package io.openvpos.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.bench.CardNumbers;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.platform.DemoCredentials;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.system.PatientPlatform;
import io.openvpos.sandbox.system.RunningPlatform;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import io.openvpos.sandbox.verify.Verify;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A shop owner's whole way, from the application to the first live payout, and the bank's side of
/// it, in browsers. Only the shop's own back end calls the API.
@ExtendWith(RunningPlatform.class)
class JourneyIT {

  /// Nobody else's: the usual limits hold for this shop, of how often a card may be tried anywhere.
  private static final String CARD = CardNumbers.of("41556501", 41_777);

  private static final String PASSWORD = "gökyüzü mavi 1453 kere";
  private static final String EMAIL = "isil@gunes-kirtasiye.test";

  private final Bank bank;
  private final Browser applicant;
  private final Browser ops;
  private final Browser approver;
  private final Browser merchant;

  JourneyIT(Bank bank) {
    this.bank = bank;
    String pages = bank.platform().endpoints().merchant();
    applicant = Browser.open(pages);
    ops = Browser.open(pages);
    approver = Browser.open(pages);
    merchant = Browser.open(pages);
  }

  @AfterEach
  void close() {
    List.of(applicant, ops, approver, merchant).forEach(Browser::close);
  }

  @Test
  void fromTheApplicationToTheFirstLivePayout(@TempDir Path folder) throws IOException {
    String reference = apply(folder);
    review(reference);
    Keys keys = accept();
    integrate(keys);
    goLive(keys);
    firstLivePayout(keys);
  }

  private String apply(Path folder) throws IOException {
    applicant.go("/apply?lang=tr");
    applicant.picture("apply");
    applicant.press("a[href='/apply/form']");
    applicant.send("/apply/form");
    assertThat(applicant.page()).contains("Vergi no / T.C. kimlik no");
    assertThat(applicant.all(".error")).hasSizeGreaterThan(10);
    applicant.picture("form-rejected");

    fillIn();
    applicant.send("/apply/form");

    assertThat(applicant.path()).isEqualTo("/apply/status");
    String reference = applicant.all("dd.code").getFirst();
    Path paper = folder.resolve("belge ğüşıöç.pdf");
    Files.writeString(paper, "%PDF-1.4\n%%EOF\n");
    for (String kind : List.of("tax_certificate", "trade_registry", "signature_circular")) {
      applicant.choose("kind", kind);
      applicant.attach("file", paper);
      applicant.send("/apply/status/papers");
    }
    assertThat(applicant.page()).contains("İmza sirküleri: belge ğüşıöç.pdf");
    assertThat(applicant.page()).doesNotContain("Eksik belgeler");
    applicant.picture("status");
    return reference;
  }

  private void fillIn() {
    applicant.choose("company_type", "limited");
    Map.ofEntries(
            Map.entry("title", "Güneş Kırtasiye Ltd. Şti."),
            Map.entry("tax_number", "4540536920"),
            Map.entry("tax_office", "Kadıköy"),
            Map.entry("contact.name", "Işıl Öğüt"),
            Map.entry("contact.email", EMAIL),
            Map.entry("contact.phone", "0532 123 45 67"),
            Map.entry("address.line", "Bağdat Cad. 1"),
            Map.entry("address.district", "Kadıköy"),
            Map.entry("address.city", "İstanbul"),
            Map.entry("address.postal_code", "34710"),
            Map.entry("site.url", bank.platform().shopUrl()),
            Map.entry("expected_monthly_turnover", "50.000,00"),
            Map.entry("mcc", "5943"),
            Map.entry("iban", "TR33 0006 1005 1978 6457 8413 26"))
        .forEach(applicant::type);
    applicant.choose("audience", "consumers");
    applicant.choose("site.own_payment_page", "true");
  }

  private void review(String reference) {
    DemoCredentials people = bank.platform().credentials();
    signIn(ops, people.opsEmail(), people.opsPassword());
    ops.go("/portal/applications");
    assertThat(ops.page()).contains("Güneş Kırtasiye Ltd. Şti.");
    ops.picture("queue");
    String path = "/portal/applications/" + reference;
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> {
          ops.go(path + "/site-check");
          assertThat(ops.text("main .badge")).isEqualTo("Geçti");
        });
    assertThat(ops.page()).contains("Mesafeli satış sözleşmesi");
    ops.picture("site-check");
    ops.go(path);
    ops.type("note", "Site ve belgeler uygun.");
    ops.send("/recommendation");
    assertThat(ops.page()).contains("Onayda");
    ops.send("/approval");
    assertThat(ops.page()).contains("Öneren kişi aynı zamanda onaylayamaz.");

    signIn(approver, people.approverEmail(), people.approverPassword());
    approver.go(path);
    approver.picture("application");
    approver.send("/approval");
    assertThat(approver.page()).contains("Onaylandı");
  }

  /// What the applicant is shown once.
  private record Keys(String merchantId, String secret, String invitation) {}

  private Keys accept() {
    applicant.go("/apply/status?lang=en");
    assertThat(applicant.page()).contains("Merchant agreement");
    applicant.go("/apply/status?lang=tr");
    applicant.type("name", "Işıl Öğüt");
    applicant.send("/acceptance");
    assertThat(applicant.all(".error")).isNotEmpty();
    applicant.tick("input[name='agreed']");
    applicant.picture("agreement");
    applicant.send("/acceptance");
    applicant.picture("welcome");
    assertThat(applicant.text("#merchant-number")).matches("[0-9]{15}");
    return new Keys(
        applicant.text("#merchant-id"),
        applicant.text("#secret-key"),
        applicant.attribute("#invitation", "href"));
  }

  /// The shop's back end shows in test mode what it can.
  private void integrate(Keys keys) {
    Api shop = Api.of(bank.platform().endpoints().authorization()).as(keys.secret());
    Api.await("the edge knows the shop", () -> shop.get("/v1/payments?limit=1").status() == 200);
    String id = shop.post("/v1/payments", sale(), "J-1").expect(201).path("id").asString("");
    Reply again = shop.post("/v1/payments", sale(), "J-1");
    assertThat(again.string("id")).isEqualTo(id);
    shop.post("/v1/payments/" + id + "/refunds", Map.of(), "J-2").expect(201);
    Map<String, Object> declined =
        Map.of("amount", 1_000, "currency", "TRY", "card", card("4111111111111129"));
    shop.post("/v1/payments", declined, "J-3").expect(201);
  }

  private void goLive(Keys keys) {
    merchant.go("/apply?lang=tr");
    merchant.go(keys.invitation().substring(keys.invitation().indexOf("/portal")));
    merchant.picture("invitation");
    merchant.type("new_password", PASSWORD);
    merchant.type("repeated_password", PASSWORD);
    merchant.send("/portal/invitation");
    signIn(merchant, EMAIL, PASSWORD);
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> {
          merchant.go("/portal/certification");
          assertThat(merchant.all(".badge.good")).hasSize(4);
        });
    merchant.picture("certification");
    merchant.send("/portal/certification/request");
    assertThat(merchant.page()).contains("bankanın onayı bekleniyor");
    ops.go("/portal/merchants/" + keys.merchantId());
    ops.picture("merchant");
    ops.send("/go-live");
    assertThat(ops.page()).contains("live");
    ops.go("/portal/merchants/" + keys.merchantId() + "/contract");
    assertThat(ops.page()).contains("%2,00");
    ops.go("/portal/audit?subject=merchant:" + keys.merchantId());
    assertThat(ops.page()).contains("merchant.opened", "merchant.live_requested", "went_live");
    ops.picture("audit");
  }

  private void firstLivePayout(Keys keys) {
    Api shop = Api.of(bank.platform().endpoints().authorization()).as(liveKey());
    Api.await("the edge knows the live key", () -> shop.get("/v1/payments").status() == 200);
    JsonNode sold = shop.post("/v1/payments", sale(), "L-1").expect(201);
    JsonNode second = shop.post("/v1/payments", sale(), "L-2").expect(201);
    refundByButton(second.path("id").asString(""));
    merchant.go("/portal/payments?mode=live&last4=" + CARD.substring(12));
    assertThat(merchant.page()).contains("129,90");
    merchant.picture("payments");
    merchant.go("/portal/payments/" + sold.path("id").asString("") + "?mode=live");
    merchant.picture("payment");
    BusinessDay days = bank.days();

    days.close(days.open());

    Api finance = bank.merchantAsFinance();
    String balances = "/v1/merchants/" + keys.merchantId() + "/balances?mode=live";
    // 259.80 captured and 29.90 of it refunded: 2 % commission and 5 % tax on it.
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    finance
                        .get(balances)
                        .expect(200)
                        .path("data")
                        .path(0)
                        .path("paid_out")
                        .asLong())
                .isEqualTo(22_507));
    merchant.go("/portal/balances?mode=live");
    assertThat(merchant.page()).contains("225,07");
    merchant.picture("balances");
    merchant.go("/portal/contract");
    assertThat(merchant.page()).contains("%2,00");
    merchant.picture("contract");
    merchant.go("/portal");
    merchant.picture("dashboard");
    assertThat(merchant.overflowsOnAPhone()).isFalse();
    assertThat(Verify.print(bank.platform().evidence(), System.out)).isTrue();
  }

  /// The amount is typed as people write it.
  private void refundByButton(String payment) {
    merchant.go("/portal/payments/" + payment + "/refund?mode=live");
    merchant.picture("refund");
    merchant.type("amount", "29,90");
    merchant.send("/refund");
    assertThat(merchant.page()).contains("29,90");
  }

  private String liveKey() {
    merchant.go("/portal/keys");
    merchant.choose("mode", "live");
    merchant.choose("scope", "secret");
    merchant.send("/portal/keys");
    merchant.picture("key-shown");
    String key = merchant.text("#secret");
    merchant.go("/portal/keys");
    assertThat(merchant.page()).doesNotContain(key);
    merchant.picture("keys");
    return key;
  }

  private static void signIn(Browser browser, String email, String password) {
    browser.go("/portal/sign-in?lang=tr");
    browser.type("email", email);
    browser.type("password", password);
    browser.send("/portal/sign-in");
    assertThat(browser.path()).as(browser.page()).doesNotEndWith("/sign-in");
  }

  private static Map<String, Object> sale() {
    return Map.of("amount", 12_990, "currency", "TRY", "card", card(CARD));
  }

  private static Map<String, Object> card(String number) {
    return Map.of("number", number, "expiry_month", 12, "expiry_year", 2030, "cvc", "123");
  }
}
