package io.openvpos.merchant.sitecheck.domain.judge;

import io.openvpos.merchant.sitecheck.crawl.Html;
import io.openvpos.merchant.sitecheck.domain.Audience;
import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.Finding;
import io.openvpos.merchant.sitecheck.domain.seen.Problem;
import io.openvpos.merchant.sitecheck.domain.seen.SignedIn;
import io.openvpos.merchant.sitecheck.domain.seen.SiteSeen;
import io.openvpos.merchant.sitecheck.domain.seen.Tls;
import io.openvpos.merchant.sitecheck.domain.seen.Visit;
import io.openvpos.merchant.sitecheck.site.GoodShop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was seen of a site, made up; by default of one that has everything.
record Seen(SiteSeen site) {

  static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  static final URI ADDRESS = URI.create("https://shop.example/");

  static Tls tls() {
    Instant until = NOW.plusSeconds(90L * 86_400);
    return tls("TLSv1.3", 256, NOW.minusSeconds(86_400), until, true, "");
  }

  static Tls tls(
      String protocol, int bits, Instant from, Instant until, boolean named, String distrust) {
    return new Tls(
        protocol, "CIPHER", bits, "CN=shop.example", "CN=CA", from, until, named, distrust, "ab");
  }

  static Seen good() {
    return of(GoodShop.pages());
  }

  static Seen of(Map<String, String> pages) {
    List<Visit> visits = new ArrayList<>();
    GoodShop.pages().keySet().forEach(path -> visits.add(visit(path, pages.get(path), tls())));
    pages.keySet().stream()
        .filter(path -> !GoodShop.pages().containsKey(path))
        .forEach(path -> visits.add(visit(path, pages.get(path), tls())));
    Visit start = visits.removeFirst();
    return new Seen(
        new SiteSeen(ADDRESS, Audience.CONSUMERS, start, null, visits, SignedIn.NOT_TRIED, false));
  }

  static Visit visit(String path, @Nullable String html, @Nullable Tls tls) {
    URI at = ADDRESS.resolve(path);
    byte[] bytes = (html == null ? "" : html).getBytes(StandardCharsets.UTF_8);
    return new Visit(
        at,
        path.equals("/"),
        List.of(),
        html == null ? 404 : 200,
        "text/html",
        bytes.length,
        false,
        "ab",
        tls,
        null,
        "",
        Html.read(at, bytes, "text/html; charset=utf-8"));
  }

  static Visit refused(Problem problem) {
    return Visit.refused(ADDRESS, true, problem, "");
  }

  Seen start(Visit start) {
    return new Seen(
        new SiteSeen(
            ADDRESS, site.audience(), start, site.live(), site.after(), site.signedIn(), false));
  }

  Seen closed(Problem problem) {
    return new Seen(
        new SiteSeen(
            ADDRESS,
            site.audience(),
            refused(problem),
            null,
            List.of(),
            SignedIn.NOT_TRIED,
            false));
  }

  Seen live(Visit live) {
    return new Seen(
        new SiteSeen(
            ADDRESS, site.audience(), site.start(), live, site.after(), site.signedIn(), false));
  }

  Seen dealers(SignedIn signedIn) {
    return new Seen(
        new SiteSeen(ADDRESS, Audience.DEALERS, site.start(), null, site.after(), signedIn, false));
  }

  Seen and(Visit visit) {
    List<Visit> after = new ArrayList<>(site.after());
    after.add(visit);
    return new Seen(
        new SiteSeen(ADDRESS, site.audience(), site.start(), null, after, site.signedIn(), false));
  }

  Finding finding(Criterion criterion) {
    return Judge.judge(site, NOW).stream()
        .filter(one -> one.criterion() == criterion)
        .findFirst()
        .orElseThrow();
  }

  /// As `passed: sound`.
  String of(Criterion criterion) {
    Finding found = finding(criterion);
    return found.verdict().code() + ": " + found.reason();
  }
}
