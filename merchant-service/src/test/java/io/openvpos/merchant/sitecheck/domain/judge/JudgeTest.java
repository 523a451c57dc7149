package io.openvpos.merchant.sitecheck.domain.judge;

import static io.openvpos.merchant.sitecheck.domain.judge.Seen.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.Finding;
import io.openvpos.merchant.sitecheck.domain.Verdict;
import io.openvpos.merchant.sitecheck.domain.seen.Problem;
import io.openvpos.merchant.sitecheck.domain.seen.SignedIn;
import io.openvpos.merchant.sitecheck.domain.seen.Tls;
import io.openvpos.merchant.sitecheck.domain.seen.Visit;
import io.openvpos.merchant.sitecheck.site.GoodShop;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every criterion has a site that passes it and one that does not.
class JudgeTest {

  private static final Instant LATER = NOW.plus(Duration.ofDays(90));

  @ParameterizedTest
  @EnumSource
  void aShopThatHasEverythingPasses(Criterion criterion) {
    Finding found = Seen.good().finding(criterion);

    assertThat(found.verdict()).as(found.toString()).isEqualTo(Verdict.PASSED);
  }

  @ParameterizedTest
  @EnumSource
  void aSiteThatDoesNotAnswerPassesNothingButWhatItNeedNotHave(Criterion criterion) {
    Finding found = Seen.good().closed(Problem.CONNECT_FAILED).finding(criterion);

    Verdict expected = criterion == Criterion.DEALER_LOGIN ? Verdict.PASSED : Verdict.FAILED;
    assertThat(found.verdict()).as(found.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/uye-ol, /giris, MEMBERSHIP, no_membership",
    "/sepet, /odeme, ORDER_STEPS, no_order_steps",
    "/odeme, /mesafeli-satis-sozlesmesi, CARD_PAYMENT, no_card_payment",
    "/mesafeli-satis-sozlesmesi, /mesafeli-satis-sozlesmesi, DISTANCE_SALES, no_text",
    "/iade, /iade, RETURNS, no_text",
    "/gizlilik, /gizlilik, PRIVACY, no_text",
    "/iletisim, /iletisim, CONTACT, no_contact"
  })
  void whatIsNotThereFails(String path, String other, Criterion criterion, String reason) {
    Map<String, String> pages = GoodShop.without(path);
    pages.remove(other);

    assertThat(Seen.of(pages).of(criterion)).isEqualTo("failed: " + reason);
  }

  @Test
  void aTextOfOneLineIsForAPerson() {
    Map<String, String> pages =
        GoodShop.with("/iade", GoodShop.page("İade koşulları", "Çok yakında."));

    assertThat(Seen.of(pages).of(Criterion.RETURNS)).isEqualTo("needs_person: text_too_thin");
  }

  @Test
  void aTextThatRobotsMayNotReadIsForAPerson() {
    Visit forbidden = Visit.refused(Seen.ADDRESS.resolve("/iade"), false, Problem.ROBOTS, "");
    Seen site = Seen.of(GoodShop.without("/iade"));
    List<Visit> others =
        site.site().after().stream()
            .filter(visit -> !visit.requested().getPath().equals("/iade"))
            .toList();
    Seen seen = Seen.good().start(site.site().start());
    Seen without =
        new Seen(
            new io.openvpos.merchant.sitecheck.domain.seen.SiteSeen(
                Seen.ADDRESS,
                seen.site().audience(),
                seen.site().start(),
                null,
                others,
                SignedIn.NOT_TRIED,
                false));

    assertThat(without.and(forbidden).of(Criterion.RETURNS))
        .isEqualTo("needs_person: link_not_read");
  }

  @ParameterizedTest
  @CsvSource({
    "'Tel: 0216 555 12 34', 'needs_person: no_address'",
    "'Atatürk Mah. Çınar Cad. No: 12 Kadıköy', 'needs_person: no_phone'",
    "'Bize info@example.com adresinden yazın.', 'failed: no_address_no_phone'",
    "'Cumhuriyet Bulvarı No:5 Kat:2 35210 İzmir, +90 (232) 444 55 66', 'passed: address_and_phone'",
    "'Barbaros Mah. Ihlamur Sok. No 3/7, 444 0 123', 'passed: address_and_phone'"
  })
  void contactHasAnAddressAndAPhone(String said, String expected) {
    Map<String, String> pages = GoodShop.with("/iletisim", GoodShop.page("İletişim", said));

    assertThat(Seen.of(pages).of(Criterion.CONTACT)).isEqualTo(expected);
  }

  @Test
  void anEnglishShopDoesNotSpeakTurkishWhateverItsTagSays() {
    String english =
        "<html lang=en><title>Oak Stationery</title><h1>Oak Stationery</h1><p>Everything for the"
            + " school and the office is here, and all of our orders are sent to you for free this"
            + " week. You are welcome to look at the pens with your children.</p></html>";
    Map<String, String> pages = Map.of("/", english);

    assertThat(Seen.of(pages).of(Criterion.TURKISH)).isEqualTo("failed: no_turkish");
    assertThat(Seen.of(Map.of("/", english.replace("lang=en", "lang=tr"))).of(Criterion.TURKISH))
        .isEqualTo("needs_person: said_but_not_read");
  }

  @Test
  void theWordVisaInAFooterIsOnlyAHint() {
    Map<String, String> pages =
        Map.of("/", "<h1>Dükkân</h1><p>Hoş geldiniz</p><img alt='Visa'><img alt='Mastercard'>");

    assertThat(Seen.of(pages).of(Criterion.CARD_PAYMENT)).isEqualTo("needs_person: only_hints");
  }

  @Test
  void aPageThatScriptsDrawIsForAPerson() {
    Seen drawn = Seen.of(Map.of("/", "<div id=root></div><script src=/app.js></script>"));

    assertThat(drawn.of(Criterion.REACHABLE)).isEqualTo("needs_person: drawn_by_script");
    assertThat(drawn.of(Criterion.PRIVACY)).isEqualTo("needs_person: no_text");
  }

  @Test
  void aCertificateMustBeGoodForAMonthMore() {
    Instant month = Instant.parse("2026-12-26T12:00:00Z");

    assertThat(tls(Seen.tls("TLSv1.2", 128, NOW, month, true, ""))).isEqualTo("passed: sound");
    assertThat(tls(Seen.tls("TLSv1.2", 128, NOW, month.minusSeconds(1), true, "")))
        .isEqualTo("failed: expires_soon");
    assertThat(tls(Seen.tls("TLSv1.2", 128, NOW.minusSeconds(9), NOW.minusSeconds(1), true, "")))
        .isEqualTo("failed: expired");
    assertThat(tls(Seen.tls("TLSv1.2", 128, NOW.plusSeconds(1), LATER, true, "")))
        .isEqualTo("failed: not_yet_valid");
  }

  @Test
  void aCertificateMustBeTrustedNamedAndStrong() {
    assertThat(tls(Seen.tls("TLSv1.3", 256, NOW, LATER, false, "")))
        .isEqualTo("failed: wrong_name");
    assertThat(tls(Seen.tls("TLSv1.3", 256, NOW, LATER, true, "unknown")))
        .isEqualTo("failed: untrusted");
    assertThat(tls(Seen.tls("TLSv1.2", 112, NOW, LATER, true, "")))
        .isEqualTo("failed: weak_cipher");
    assertThat(tls(Seen.tls("TLSv1.1", 128, NOW, LATER, true, "")))
        .isEqualTo("failed: old_protocol");
    assertThat(Seen.good().start(Seen.visit("/", "<h1>x</h1>", null)).of(Criterion.TLS))
        .isEqualTo("failed: no_tls");
  }

  private static String tls(Tls tls) {
    return Seen.good().start(Seen.visit("/", "<h1>x</h1>", tls)).of(Criterion.TLS);
  }

  @Test
  void aSiteMustNotLeadAway() {
    assertThat(Seen.good().closed(Problem.LEFT_SITE).of(Criterion.NO_REDIRECT))
        .isEqualTo("failed: left_site");
    assertThat(Seen.good().closed(Problem.TOO_MANY_REDIRECTS).of(Criterion.NO_REDIRECT))
        .isEqualTo("failed: too_many_redirects");
    String refresh = "<meta http-equiv=Refresh content='0; url=https://other.example/'>";
    assertThat(Seen.good().start(Seen.visit("/", refresh, null)).of(Criterion.NO_REDIRECT))
        .isEqualTo("failed: left_site");
    String script = "<script>window.location.href = 'https://other.example/';</script>";
    assertThat(Seen.good().start(Seen.visit("/", script, null)).of(Criterion.NO_REDIRECT))
        .isEqualTo("failed: left_site");
    Visit inner = Visit.refused(URI.create("https://shop.example/f"), false, Problem.LEFT_SITE, "");
    assertThat(Seen.good().and(inner).of(Criterion.NO_REDIRECT))
        .isEqualTo("needs_person: inner_page_leaves");
  }

  @Test
  void aTestLinkStandsInForASiteThatIsNotLive() {
    Visit closed = Seen.refused(Problem.NAME_UNKNOWN);

    assertThat(Seen.good().live(closed).of(Criterion.TEST_LINK)).isEqualTo("passed: not_live_yet");
    assertThat(Seen.good().of(Criterion.TEST_LINK)).isEqualTo("passed: site_is_live");
    assertThat(Seen.good().closed(Problem.TIMED_OUT).of(Criterion.TEST_LINK))
        .isEqualTo("failed: no_test_link");
    assertThat(Seen.good().closed(Problem.TIMED_OUT).live(closed).of(Criterion.TEST_LINK))
        .isEqualTo("failed: test_link_closed");
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_TRIED, failed: no_login_given",
    "DONE, passed: signed_in",
    "REFUSED, failed: refused",
    "NO_FORM, failed: no_form",
    "UNSAFE, failed: unsafe"
  })
  void aDealersSiteMustLetItsTestUserIn(SignedIn signedIn, String expected) {
    assertThat(Seen.good().dealers(signedIn).of(Criterion.DEALER_LOGIN)).isEqualTo(expected);
  }
}
