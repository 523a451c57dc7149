package io.openvpos.merchant.page.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.fakes.Browser;
import io.openvpos.merchant.fakes.PageServer;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageForm;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// The frame around pages, with a page of the test's own in it.
class FrameTest {

  private static final PageServer SERVER = new PageServer(Clock.systemUTC(), List.of(), Echo.class);

  private final Browser browser = SERVER.browser();

  @PageController
  static class Echo {
    @GetMapping("/apply/echo")
    Rendering page(PageCaller caller) {
      return caller.page("test/echo").with("text", "").rendering();
    }

    @PostMapping("/apply/echo")
    Rendering echo(PageCaller caller, PageForm form) {
      if (form.text("name").isEmpty()) {
        return caller
            .page("test/echo")
            .with("text", "")
            .rejected(form, caller.errors().reject("name", "required"))
            .rendering();
      }
      return form.has("crash")
          ? crash()
          : caller.page("test/echo").with("text", form.text("name")).rendering();
    }

    private static Rendering crash() {
      throw new IllegalStateException("a secret of the inside");
    }
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void speaksTurkishFirstThenWhatIsAskedFor() {
    assertThat(language(browser.get("/apply/echo"))).isEqualTo("tr");
    assertThat(language(browser.get("/apply/echo", "Accept-Language", "de, en;q=0.5")))
        .isEqualTo("en");
    assertThat(language(browser.get("/apply/echo?lang=en"))).isEqualTo("en");
    assertThat(language(browser.get("/apply/echo", "Accept-Language", "tr"))).isEqualTo("en");
    assertThat(language(browser.get("/apply/echo?lang=xx"))).isEqualTo("en");
    assertThat(language(browser.get("/apply/echo?lang=tr"))).isEqualTo("tr");
  }

  @Test
  void everyPageIsStrictAboutWhatItLoadsAndIsNotKept() {
    for (String path : List.of("/apply/echo", "/apply/none", "/portal/none")) {
      Browser.Page page = browser.get(path);
      assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none';");
      assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void noPageHasAnythingInline() {
    Browser.Page page = browser.get("/apply/echo");

    assertThat(page.html().select("script:not([src]), style, [style], [onclick], [onload]"))
        .isEmpty();
    assertThat(page.html().select("script[src], link[href], img[src]").eachAttr("src"))
        .allMatch(source -> source.isEmpty() || source.startsWith("/static/"));
  }

  @Test
  void whatAPageLoadsIsThere() {
    for (String file :
        List.of(
            "/static/portal.css",
            "/static/portal.js",
            "/static/icon.svg",
            "/static/lib/htmx.min.js",
            "/static/lib/chart.umd.min.js")) {
      Browser.Page loaded = browser.get(file);
      assertThat(loaded.status()).as(file).isEqualTo(200);
      assertThat(loaded.header("X-Content-Type-Options")).as(file).isEqualTo("nosniff");
    }
  }

  @Test
  void aFormNeedsTheTokenOfItsOwnBrowser() {
    browser.get("/apply/echo");
    Browser other = SERVER.browser();
    other.get("/apply/echo");

    assertThat(browser.post("/apply/echo", Map.of("name", "Ayşe")).text()).contains("Ayşe");
    assertThat(browser.post("/apply/echo", Map.of("name", "Ayşe"), "").status()).isEqualTo(403);
    assertThat(browser.post("/apply/echo", Map.of("name", "Ayşe"), other.csrf()).status())
        .isEqualTo(403);
    assertThat(SERVER.browser().post("/apply/echo", Map.of("name", "x"), browser.csrf()).status())
        .isEqualTo(403);
  }

  @Test
  void aFormFromAnotherSiteIsRefusedEvenWithTheToken() {
    browser.get("/apply/echo");
    String token = browser.csrf();
    Map<String, String> fields = Map.of("name", "x");

    assertThat(post(fields, token, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
    assertThat(post(fields, token, "Sec-Fetch-Site", "same-site").status()).isEqualTo(403);
    assertThat(post(fields, token, "Origin", "https://evil.example").status()).isEqualTo(403);
    assertThat(post(fields, token, "Sec-Fetch-Site", "same-origin").status()).isEqualTo(200);
    assertThat(post(fields, token, "Origin", SERVER.root().toString()).status()).isEqualTo(200);
    assertThat(post(fields, token, "Origin", "null").status()).isEqualTo(200);
  }

  @Test
  void aFormIsBounded() {
    browser.get("/apply/echo");
    String type = "application/x-www-form-urlencoded";

    assertThat(browser.body("/apply/echo", type, "a=" + "x".repeat(70_000)).status())
        .isEqualTo(413);
    assertThat(browser.body("/apply/echo", type, "a=1&".repeat(201)).status()).isEqualTo(400);
    assertThat(browser.body("/apply/echo", type, "a=%zz").status()).isEqualTo(400);
    assertThat(browser.body("/apply/echo", "application/json", "{}").status()).isEqualTo(415);
  }

  @Test
  void anErrorIsShownAtItsFieldAndAboveTheForm() {
    browser.get("/apply/echo?lang=en");
    Browser.Page page = browser.post("/apply/echo", Map.of("name", " "));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html().select(".summary a").attr("href")).isEqualTo("#field-name");
    assertThat(page.html().select("#field-name").attr("aria-describedby")).contains("error-name");
    assertThat(page.html().select("#field-name").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.html().select("#error-name").text()).isEqualTo("is required");
  }

  @Test
  void aFailureIsAPageThatTellsNothingOfTheInside() {
    browser.get("/apply/echo");
    Browser.Page page = browser.post("/apply/echo", Map.of("name", "x", "crash", "1"));

    assertThat(page.status()).isEqualTo(500);
    assertThat(page.html().select("main h1").text()).isEqualTo("İç hata");
    assertThat(page.text()).doesNotContain("secret");
  }

  @Test
  void whatIsTypedIsTextAndNothingElse() {
    browser.get("/apply/echo");
    Browser.Page page = browser.post("/apply/echo", Map.of("name", "<script>alert(1)</script>"));

    assertThat(page.html().select("main script")).isEmpty();
    assertThat(page.html().select("#echoed").text()).isEqualTo("<script>alert(1)</script>");
  }

  @Test
  void whoIsNotSignedInIsSentToSignIn() {
    assertThat(browser.get("/portal/keys?a=1").location())
        .contains("/portal/sign-in?next=%2Fportal%2Fkeys%3Fa%3D1");
    assertThat(browser.get("/portal/keys", "HX-Request", "true").header("HX-Redirect"))
        .startsWith("/portal/sign-in");
    assertThat(browser.get("/apply/none").status()).isEqualTo(404);
  }

  @Test
  void theApiStillAnswersProblemDocuments() {
    assertThat(browser.get("/v1/none").header("Content-Type")).contains("problem+json");
    assertThat(browser.get("/none").header("Content-Type")).contains("problem+json");
  }

  private Browser.Page post(Map<String, String> fields, String token, String... headers) {
    return browser.post("/apply/echo", fields, token, headers);
  }

  private static String language(Browser.Page page) {
    return page.html().select("html").attr("lang");
  }
}
