package io.openvpos.merchant.sitecheck.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.sitecheck.domain.Audience;
import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.Finding;
import io.openvpos.merchant.sitecheck.domain.SiteToCheck;
import io.openvpos.merchant.sitecheck.domain.Verdict;
import io.openvpos.merchant.sitecheck.domain.judge.Judge;
import io.openvpos.merchant.sitecheck.domain.seen.Problem;
import io.openvpos.merchant.sitecheck.domain.seen.SignedIn;
import io.openvpos.merchant.sitecheck.domain.seen.SiteSeen;
import io.openvpos.merchant.sitecheck.domain.seen.Visit;
import io.openvpos.merchant.sitecheck.fetch.FetchLimits;
import io.openvpos.merchant.sitecheck.fetch.Fetcher;
import io.openvpos.merchant.sitecheck.fetch.Resolver;
import io.openvpos.merchant.sitecheck.fetch.TrustAnchors;
import io.openvpos.merchant.sitecheck.site.Answers;
import io.openvpos.merchant.sitecheck.site.Certificates;
import io.openvpos.merchant.sitecheck.site.Certificates.Wish;
import io.openvpos.merchant.sitecheck.site.GoodShop;
import io.openvpos.merchant.sitecheck.site.LocalSite;
import io.openvpos.merchant.sitecheck.site.LocalSite.Answer;
import io.openvpos.merchant.sitecheck.site.LocalSite.Asked;
import io.openvpos.messaging.outbound.AddressRule;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole walks through sites on this machine.
@Timeout(180)
class CrawlerTest {

  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final Credentials LOGIN = new Credentials("bayi@example.com", "çok-gizli 1&2");

  /// Longer than anything takes on a machine that is slow at the moment.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private Crawler crawler(TrustAnchors anchors, Duration time) {
    FetchLimits limits = new FetchLimits(Set.of(), true, 1 << 20, PATIENCE);
    Resolver here = _ -> List.of(InetAddress.getLoopbackAddress());
    return new Crawler(
        new Fetcher(limits, anchors, Clock.fixed(NOW, ZoneOffset.UTC)),
        new CrawlLimits(25, time, 5),
        new Crawler.Names(here, AddressRule.ANY, true));
  }

  private static SiteToCheck site(URI address) {
    return new SiteToCheck("app_1", address, null, Audience.CONSUMERS, null);
  }

  private Crawled crawl(LocalSite site, @Nullable Credentials credentials) {
    return crawler(TrustAnchors.with(null), PATIENCE)
        .crawl(site(site.at("shop.example", "/")), credentials);
  }

  private SiteSeen seen(Answer answer, @Nullable Credentials credentials) {
    try (LocalSite site = LocalSite.plain(answer)) {
      return crawl(site, credentials).seen();
    }
  }

  @Test
  void aGoodShopBehindTlsPassesEverything() {
    Certificates ca = new Certificates(NOW.minusSeconds(60), NOW.plus(Duration.ofDays(400)));
    Wish wish = new Wish("shop.example", NOW.minusSeconds(60), NOW.plus(Duration.ofDays(90)));
    Crawler crawler = crawler(TrustAnchors.with(ca.pem(folder)), PATIENCE);
    try (LocalSite site = LocalSite.secure(ca.server(wish), Answers.pages(GoodShop.pages()))) {
      Crawled crawled = crawler.crawl(site(site.at("shop.example", "/")), null);

      List<Finding> findings = Judge.judge(crawled.seen(), NOW);
      assertThat(findings).hasSize(Criterion.values().length);
      assertThat(findings).allMatch(found -> found.verdict() == Verdict.PASSED);
      assertThat(crawled.bodies()).hasSize(GoodShop.pages().size());
      assertThat(crawled.seen().visits())
          .allMatch(visit -> crawled.bodies().containsKey(visit.sha256()));
    }
  }

  @Test
  void aShopInOldTurkishLettersIsReadRight() {
    Charset1254 letters = new Charset1254();
    SiteSeen seen = seen(letters, null);

    assertThat(Judge.judge(seen, NOW))
        .filteredOn(found -> found.criterion() != Criterion.TLS)
        .allMatch(found -> found.verdict() == Verdict.PASSED);
  }

  /// The good shop as it was twenty years ago: no word of its letters anywhere.
  private static final class Charset1254 implements Answer {
    @Override
    public void write(Asked asked, OutputStream out) throws IOException {
      String html = GoodShop.pages().get(Answers.path(asked.target()));
      byte[] page =
          (html == null ? "yok" : html).getBytes(java.nio.charset.Charset.forName("windows-1254"));
      Answers.send(out, html == null ? 404 : 200, "Content-Type: text/html\r\n", page);
    }
  }

  @Test
  void aRedirectLoopEnds() {
    SiteSeen seen = seen((asked, out) -> Answers.redirect(out, asked.target() + "a"), null);

    assertThat(seen.start().problem()).isEqualTo(Problem.TOO_MANY_REDIRECTS);
    assertThat(seen.start().hops()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.example/",
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost/",
        "//evil.example/x",
        "https://shop.example.evil.example/"
      })
  void aRedirectToAnotherSiteIsRecordedAndNotFollowed(String to) {
    SiteSeen seen = seen((_, out) -> Answers.redirect(out, to), null);

    assertThat(seen.start().problem()).isEqualTo(Problem.LEFT_SITE);
    assertThat(seen.start().hops()).hasSize(1);
    assertThat(seen.after()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://shop.example/", "javascript:alert(1)"})
  void aRedirectToWhatIsNoWebAddressIsRefused(String to) {
    SiteSeen seen = seen((_, out) -> Answers.redirect(out, to), null);

    assertThat(seen.start().problem()).isEqualTo(Problem.SCHEME_REFUSED);
  }

  @Test
  void redirectsWithinTheSiteAreFollowedWithTheirCookies() {
    try (LocalSite site =
        LocalSite.plain((asked, out) -> {
          if (asked.target().equals("/")) {
            Answers.send(out, 302, "Location: /tr/\r\nSet-Cookie: dil=tr; Path=/\r\n", new byte[0]);
          } else {
            Answers.html(out, 200, "", "<h1>" + asked.header("cookie") + "</h1>");
          }
        })) {
      SiteSeen seen = crawl(site, null).seen();

      assertThat(seen.start().read().orElseThrow().text()).isEqualTo("dil=tr");
      assertThat(seen.start().hops()).hasSize(1);
    }
  }

  @Test
  void linksWithoutEndDoNotHideThePagesThatAreSought() {
    AtomicInteger number = new AtomicInteger();
    Map<String, String> shop = GoodShop.pages();
    Answer calendar =
        (asked, out) -> {
          String page = shop.getOrDefault(Answers.path(asked.target()), "<p>takvim</p>");
          StringBuilder links = new StringBuilder();
          for (int link = 0; link < 50; link++) {
            links
                .append("<a href='/takvim?gun=")
                .append(number.incrementAndGet())
                .append("'>x</a>");
          }
          Answers.html(out, 200, "", links + page);
        };
    SiteSeen seen = seen(calendar, null);

    assertThat(seen.visits()).hasSize(25);
    assertThat(Judge.judge(seen, NOW))
        .filteredOn(found -> found.criterion() != Criterion.TLS)
        .allMatch(found -> found.verdict() == Verdict.PASSED);
  }

  @Test
  void aSlowSiteRunsOutOfTimeAndIsForAPerson() {
    Answer slow =
        (asked, out) -> {
          if (!asked.target().equals("/")) {
            await(400);
          }
          Answers.html(out, 200, "", "<p>a</p><a href='/" + System.nanoTime() + "'>b</a>");
        };
    try (LocalSite site = LocalSite.plain(slow)) {
      long started = System.nanoTime();
      SiteSeen seen =
          crawler(TrustAnchors.with(null), Duration.ofSeconds(2))
              .crawl(site(site.at("shop.example", "/")), null)
              .seen();

      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(PATIENCE);
      assertThat(seen.outOfTime()).isTrue();
      assertThat(seen.incomplete()).isTrue();
    }
  }

  private static void await(int millis) {
    try {
      new java.util.concurrent.CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void robotsAreHeededButNotForTheAddressThatWasGiven() {
    Answer forbidding =
        (asked, out) -> {
          if (asked.target().equals("/robots.txt")) {
            Answers.send(
                out,
                200,
                "Content-Type: text/plain\r\n",
                "User-agent: *\nDisallow: /".getBytes(StandardCharsets.UTF_8));
          } else {
            Answers.pages(GoodShop.pages()).write(asked, out);
          }
        };
    try (LocalSite site = LocalSite.plain(forbidding)) {
      SiteSeen seen = crawl(site, null).seen();

      assertThat(seen.start().read()).isPresent();
      assertThat(site.targets()).containsExactly("/", "/robots.txt");
      assertThat(seen.after()).allMatch(visit -> visit.problem() == Problem.ROBOTS);
      assertThat(Judge.judge(seen, NOW))
          .filteredOn(found -> found.criterion() == Criterion.PRIVACY)
          .allMatch(found -> found.verdict() == Verdict.NEEDS_PERSON);
    }
  }

  @Test
  void basicCredentialsOpenASite() {
    Answer guarded =
        (asked, out) -> {
          if (asked.header("authorization").equals(LOGIN.basic())) {
            Answers.html(out, 200, "", "<h1>Bayi sayfası</h1>");
          } else {
            Answers.html(out, 401, "WWW-Authenticate: Basic realm=x\r\n", "gizli");
          }
        };

    SiteSeen open = seen(guarded, LOGIN);
    assertThat(open.signedIn()).isEqualTo(SignedIn.DONE);
    assertThat(open.start().read()).isPresent();
    SiteSeen wrong = seen(guarded, new Credentials("bayi@example.com", "yanlış"));
    assertThat(wrong.signedIn()).isEqualTo(SignedIn.REFUSED);
    assertThat(seen(guarded, null).start().status()).isEqualTo(401);
  }

  @Test
  void theSitesOwnFormIsFilledInAndFollowed() {
    try (LocalSite site = LocalSite.plain(CrawlerTest::dealers)) {
      Crawled crawled = crawl(site, LOGIN);

      assertThat(crawled.seen().signedIn()).isEqualTo(SignedIn.DONE);
      assertThat(site.asked())
          .filteredOn(asked -> asked.method().equals("POST"))
          .extracting(Asked::body)
          .containsExactly("token=abc&user=bayi%40example.com&pass=%C3%A7ok-gizli+1%262");
      assertThat(crawled.seen().pages()).anyMatch(page -> page.text().contains("Bayi fiyatları"));
      assertThat(site.targets()).doesNotContain("/cikis");
      assertThat(crawled.bodies().values())
          .noneMatch(body -> new String(body, StandardCharsets.UTF_8).contains(LOGIN.password()));
    }
  }

  @Test
  void aFormThatSaysNoIsARefusal() {
    Credentials wrong = new Credentials("bayi@example.com", "yanlış");

    assertThat(seen(CrawlerTest::dealers, wrong).signedIn()).isEqualTo(SignedIn.REFUSED);
    assertThat(seen(Answers.html("<h1>Merhaba</h1>"), LOGIN).signedIn())
        .isEqualTo(SignedIn.NO_FORM);
  }

  @Test
  void aFormOfAnotherSiteGetsNoPassword() {
    Answer away =
        Answers.html(
            "<form method=post action=https://evil.example/><input name=u>"
                + "<input type=password name=p></form>");

    assertThat(seen(away, LOGIN).signedIn()).isEqualTo(SignedIn.UNSAFE);
  }

  /// A dealers' site: a form on a page of its own, a cookie, and prices behind it. It shows the
  /// password it was given, as careless sites do.
  private static void dealers(Asked asked, OutputStream out) throws IOException {
    boolean in = asked.header("cookie").contains("oturum=1");
    String menu = "<a href=/giris>Bayi girişi</a><a href=/cikis>Çıkış yap</a>";
    if (asked.method().equals("POST")) {
      boolean right =
          asked.body().contains("pass=%C3%A7ok-gizli+1%262") && asked.body().contains("token=abc");
      if (right) {
        Answers.send(
            out, 302, "Location: /bayi\r\nSet-Cookie: oturum=1; HttpOnly\r\n", new byte[0]);
      } else {
        Answers.html(out, 200, "", GoodShop.pages().getOrDefault("/giris", ""));
      }
    } else if (asked.target().equals("/giris")) {
      Answers.html(out, 200, "", menu + GoodShop.pages().get("/giris"));
    } else if (asked.target().equals("/bayi") && in) {
      Answers.html(
          out, 200, "", menu + "<h1>Bayi fiyatları</h1><p>şifreniz: " + LOGIN.password() + "</p>");
    } else {
      Answers.html(out, 200, "", menu + "<h1>Bayi sitesi</h1>");
    }
  }

  @Test
  void aTestAddressIsCheckedInsteadOfTheSiteThatIsNotLive() {
    try (LocalSite test = LocalSite.plain(Answers.pages(GoodShop.pages()));
        LocalSite live =
            LocalSite.plain((_, out) -> Answers.html(out, 503, "", "Yapım aşamasında"))) {
      SiteToCheck site =
          new SiteToCheck(
              "app_1",
              live.at("shop.example", "/"),
              test.at("test.shop.example", "/"),
              Audience.CONSUMERS,
              null);
      SiteSeen seen = crawler(TrustAnchors.with(null), PATIENCE).crawl(site, null).seen();

      Visit closed = seen.live();
      assertThat(closed).isNotNull();
      assertThat(Judge.judge(seen, NOW))
          .filteredOn(found -> found.criterion() == Criterion.TEST_LINK)
          .extracting(Finding::reason)
          .containsExactly("not_live_yet");
    }
  }
}
