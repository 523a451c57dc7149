package io.openvpos.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.system.RunningPlatform;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A visitor of the demo shop pays on the bank's page, in the shop itself and by a link, through
/// the card's bank, in a browser with scripts and in one without. The shop's back end asks what
/// became of it, so what it shows is what the bank says.
@ExtendWith(RunningPlatform.class)
class CheckoutIT {

  private static final String NO_PART = "5528790090000009";
  private static final String PASSES_ON = "#browser button, #challenge button, #back button";
  private static final String STATE = "#durum";
  private static final String OTP = "input[name=otp]";
  private static final String CARD_FORM = "#form";

  private final Bank bank;
  private final DemoMerchants.Shop merchant;
  private final String shop;

  CheckoutIT(Bank bank) {
    this.bank = bank;
    merchant = bank.newShop("Çınar Kırtasiye");
    shop = bank.platform().openDemoShop(merchant.secretKey());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theCardIsTypedAtTheBankAndConfirmedByItsOwner(boolean script) {
    try (Browser visitor = script ? Browser.open(shop) : Browser.withoutScript(shop)) {
      order(visitor, "sayfa");
      assertThat(visitor.page()).contains("Çınar Kırtasiye", "Çizgili defter", "89,90");
      visitor.picture("pay");
      type(visitor, SandboxCards.VISA);
      visitor.press("#submit");
      confirm(visitor, "123456");

      assertThat(visitor.attribute(STATE, "data-durum")).isEqualTo("paid");
      assertThat(visitor.page()).contains("Ödemeniz alındı", "visa •••• 6111");
      visitor.picture("paid");
      visitor.go("/sepet");
      assertThat(visitor.page()).contains("henüz ürün yok");
      assertThat(newest().path("three_d_secure").path("liability_shift").asBoolean()).isTrue();
    }
  }

  @Test
  void thePointsOfACardAreShownAndNotSpent() {
    try (Browser visitor = Browser.open(shop)) {
      Assumptions.assumeTrue(visitor.hasScript(), "points are asked for by the page's script");
      order(visitor, "sayfa");
      for (String language : List.of("en", "tr")) {
        visitor.press("nav a[lang=" + language + "]");
        type(visitor, SandboxCards.VISA);
        visitor.awaitShown("#points-ask");
        assertThat(visitor.text("#points-program")).contains("Kırlangıç");
        visitor.picture("points-" + language);
        visitor.pressUntil("#points-ask", "#points-balance", "61");
        assertThat(visitor.text("#points-balance")).containsPattern("61[.,]11");
        visitor.picture("points-told-" + language);
        assertThat(visitor.overflowsOnAPhone()).isFalse();
      }
      type(visitor, NO_PART);
      assertThat(visitor.text("#points-balance")).isEmpty();
      visitor.press("#submit");
      visitor.reach(STATE, PASSES_ON);
      assertThat(visitor.attribute(STATE, "data-durum")).isEqualTo("paid");
      assertThat(newest().path("amount").asLong()).isEqualTo(8_990);
    }
  }

  @Test
  void withoutScriptsTheDigitsTellThatACardCollectsPoints() {
    try (Browser visitor = Browser.withoutScript(shop)) {
      order(visitor, "sayfa");
      visitor.type("bin", "41556501");
      visitor.press("#offers-form button");
      assertThat(visitor.page())
          .contains("Kırlangıç puanı toplar")
          .doesNotContain("Puanımı göster");
    }
  }

  @Test
  void aDeclinedCardIsFollowedByAnotherAndNothingIsPaidTwice() {
    try (Browser visitor = Browser.open(shop)) {
      order(visitor, "sayfa");
      type(visitor, "4111111111111129");
      visitor.press("#submit");
      assertThat(visitor.page()).contains("bakiyesi yetersiz");
      visitor.picture("declined");
      type(visitor, NO_PART);
      visitor.press("#submit");
      visitor.reach(STATE, PASSES_ON);
      assertThat(visitor.attribute(STATE, "data-durum")).isEqualTo("paid");

      visitor.back();
      visitor.reach(STATE, PASSES_ON);
      assertThat(visitor.attribute(STATE, "data-durum")).isEqualTo("paid");
      assertThat(statuses()).containsExactly("captured", "declined");
    }
  }

  @Test
  void theShopTakesTheCardItselfAndItsOwnerDeclines() {
    try (Browser visitor = Browser.open(shop)) {
      order(visitor, "kart");
      assertThat(visitor.page()).contains("Kart bilgileri hatalı");

      visitor.go("/odeme");
      visitor.tick("input[value=kart]");
      visitor.type("numara", SandboxCards.VISA);
      visitor.type("ay", "12");
      visitor.type("yil", "2030");
      visitor.type("kod", "123");
      visitor.type("ad", "Ayşe Öğüt");
      visitor.send("/odeme");
      confirm(visitor, "111111");

      assertThat(visitor.attribute(STATE, "data-durum")).isEqualTo("declined");
      assertThat(visitor.page()).contains("authentication_failed");
    }
  }

  @Test
  void somebodyElsePaysByALinkInEnglish() {
    try (Browser visitor = Browser.open(shop);
        Browser payer = Browser.open("")) {
      order(visitor, "baglanti");
      visitor.picture("link");
      payer.go(visitor.attribute("#baglanti", "href") + "?lang=en");
      payer.reach(CARD_FORM, PASSES_ON);
      assertThat(payer.page()).contains("Pay 89.90 TRY");
      type(payer, NO_PART);
      payer.press("#submit");

      assertThat(payer.page()).contains("Payment received");
      payer.go(visitor.attribute("#baglanti", "href"));
      assertThat(payer.page()).contains("Ödemeniz alındı");
      assertThat(statuses()).containsExactly("captured");
    }
  }

  @Test
  void aVisitorWhoTurnsBackIsAtTheBasketAndAReturnThatNobodySignedIsRefused() {
    try (Browser visitor = Browser.open(shop)) {
      order(visitor, "sayfa");
      visitor.send("/cancel");
      assertThat(visitor.path()).isEqualTo("/sepet");
      assertThat(visitor.page()).contains("Çizgili defter");

      order(visitor, "sayfa");
      type(visitor, NO_PART);
      visitor.press("#submit");
      visitor.reach(STATE, PASSES_ON);
      visitor.go(visitor.path() + "?status=paid&signature=x");
      assertThat(visitor.attribute(STATE, "data-durum")).isEqualTo("forged");
      assertThat(statuses()).containsExactly("captured");
    }
  }

  private static void order(Browser visitor, String way) {
    visitor.go("/sepet");
    if (visitor.page().contains("henüz ürün yok")) {
      visitor.go("/urunler");
      visitor.press("form[action='/sepet'] button");
    }
    visitor.go("/odeme");
    visitor.tick("input[value=" + way + "]");
    visitor.send("/odeme");
  }

  private static void type(Browser payer, String number) {
    payer.type("number", number);
    payer.type("expiry", "12/30");
    payer.type("cvc", "123");
    payer.type("holder_name", "Ayşe Öğüt");
  }

  private static void confirm(Browser cardholder, String code) {
    cardholder.reach(OTP, PASSES_ON);
    cardholder.picture("otp");
    cardholder.type("otp", code);
    cardholder.press("form button");
    cardholder.reach(STATE, PASSES_ON);
  }

  private JsonNode newest() {
    return payments().body().path("data").path(0);
  }

  private List<String> statuses() {
    return payments()
        .body()
        .path("data")
        .valueStream()
        .map(payment -> payment.path("status").asString())
        .toList();
  }

  private Reply payments() {
    return bank.at(merchant).api().get("/v1/payments?limit=10");
  }
}
