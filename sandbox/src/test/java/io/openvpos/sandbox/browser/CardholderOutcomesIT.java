package io.openvpos.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.system.RunningPlatform;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import io.openvpos.sandbox.threeds.CardOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// What a payer sees on the hosted page for each outcome of 3-D Secure: at a desk in Turkish, on a
/// phone in English, and without scripts.
@ExtendWith(RunningPlatform.class)
class CardholderOutcomesIT {

  private static final String VISA = "41556501";
  private static final String PASSES_ON = "#browser button, #challenge button, #back button";
  private static final String OTP = "input[name=otp]";
  private static final String AT_THE_SHOP = "form[action='/sepet']";
  private static final String DECLINED = "#pay [role=alert]";
  private static final String ENDS = AT_THE_SHOP + ", " + DECLINED;

  enum Visitor {
    AT_A_DESK("tr"),
    ON_A_PHONE("en"),
    WITHOUT_SCRIPT("tr");

    private final String language;

    Visitor(String language) {
      this.language = language;
    }

    Browser open() {
      return switch (this) {
        case AT_A_DESK -> Browser.open("");
        case ON_A_PHONE -> Browser.onAPhone("");
        case WITHOUT_SCRIPT -> Browser.withoutScript("");
      };
    }
  }

  /// @param code typed at the issuer; empty where it asks for none
  /// @param decline what the page says, by language; empty where the payment goes on
  private record Outcome(CardOutcome card, String code, Map<String, String> decline) {

    static Outcome paid(CardOutcome card, String code) {
      return new Outcome(card, code, Map.of());
    }
  }

  private static final Map<String, String> FAILED =
      Map.of("tr", "kimliğinizi doğrulayamadı", "en", "could not confirm that it is you");
  private static final Map<String, String> REJECTED =
      Map.of("tr", "doğrulamayı reddetti", "en", "refused to confirm");

  private static final List<Outcome> OUTCOMES =
      List.of(
          Outcome.paid(CardOutcome.FRICTIONLESS, ""),
          Outcome.paid(CardOutcome.ATTEMPT, ""),
          Outcome.paid(CardOutcome.UNAVAILABLE, ""),
          Outcome.paid(CardOutcome.ERROR, ""),
          Outcome.paid(CardOutcome.NO_ACS_URL, ""),
          Outcome.paid(CardOutcome.NO_PROOF, ""),
          new Outcome(CardOutcome.NOT_AUTHENTICATED, "", FAILED),
          new Outcome(CardOutcome.REJECTED, "", REJECTED),
          Outcome.paid(CardOutcome.CHALLENGE, "123456"),
          Outcome.paid(CardOutcome.CHALLENGE, "777777"),
          Outcome.paid(CardOutcome.CHALLENGE, "888888"),
          new Outcome(CardOutcome.CHALLENGE, "111111", FAILED),
          new Outcome(CardOutcome.CHALLENGE, "222222", REJECTED),
          new Outcome(CardOutcome.CHALLENGE, "000000", FAILED));

  private final Bank bank;
  private final DemoMerchants.Shop merchant;
  private final String shop;

  CardholderOutcomesIT(Bank bank) {
    this.bank = bank;
    merchant = bank.newShop("Çınar Kırtasiye");
    shop = bank.platform().openDemoShop(merchant.secretKey());
  }

  @ParameterizedTest
  @EnumSource
  void eachOutcomeIsSaidAndADeclineMayBeTriedAgain(Visitor visitor) {
    SoftAssertions all = new SoftAssertions();
    try (Browser browser = visitor.open()) {
      for (Outcome outcome : OUTCOMES) {
        JsonNode session = session(visitor.language);
        pay(browser, session, outcome);
        String status = statusOf(session);
        if (outcome.decline().isEmpty()) {
          all.assertThat(browser.path()).as("%s", outcome).isEqualTo("/urunler");
          all.assertThat(status).as("%s", outcome).isEqualTo("paid");
        } else {
          browser.picture(visitor.name().toLowerCase(Locale.ROOT) + "-" + outcome.card());
          all.assertThat(browser.text(DECLINED))
              .as("%s", outcome)
              .contains(outcome.decline().get(visitor.language));
          all.assertThat(status).as("%s", outcome).isEqualTo("open");
        }
      }
    }
    all.assertAll();
  }

  @Test
  void aButtonPressedTwicePaysOnceAndThePageOpenedAgainLeadsToTheShop() {
    try (Browser payer = Browser.open("")) {
      JsonNode session = session("tr");
      String page = session.path("url").asString();
      payer.go(page);
      type(payer, CardOutcome.FRICTIONLESS.card(VISA));
      payer.pressTwice("#submit");
      payer.reach(ENDS, PASSES_ON);
      payer.go(page);

      payer.reach(AT_THE_SHOP, PASSES_ON);
      assertThat(statusOf(session)).isEqualTo("paid");
      assertThat(
              bank.at(merchant)
                  .api()
                  .get("/v1/payments?order_id=" + session.path("order_id").asString())
                  .body()
                  .path("data"))
          .hasSize(1);
    }
  }

  private static void pay(Browser browser, JsonNode session, Outcome outcome) {
    browser.go(session.path("url").asString());
    type(browser, outcome.card().card(VISA));
    browser.press("#submit");
    if (!outcome.code().isEmpty()) {
      browser.reach(OTP, PASSES_ON);
      browser.type("otp", outcome.code());
      browser.press("form button");
    }
    browser.reach(ENDS, PASSES_ON);
  }

  private static void type(Browser payer, String number) {
    payer.type("number", number);
    payer.type("expiry", "12/30");
    payer.type("cvc", "123");
    payer.type("holder_name", "Ayşe Öğüt");
  }

  private JsonNode session(String language) {
    String id = UUID.randomUUID().toString();
    return bank.at(merchant)
        .api()
        .post(
            "/v1/checkout/sessions",
            Map.of(
                "amount",
                12_990,
                "currency",
                "TRY",
                "order_id",
                id,
                "locale",
                language,
                "success_url",
                shop + "/urunler",
                "cancel_url",
                shop + "/sepet"),
            id)
        .body();
  }

  private String statusOf(JsonNode session) {
    return bank.at(merchant)
        .api()
        .get("/v1/checkout/sessions/" + session.path("id").asString())
        .body()
        .path("status")
        .asString();
  }
}
