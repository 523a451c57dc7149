package io.openvpos.merchant.sitecheck.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {

  private static final Robots RULES =
      Robots.parse(
          """
          User-agent: Other
          Disallow: /
          # for everybody
          User-agent: *
          Disallow: /admin
          Allow: /admin/open
          Disallow: /*.pdf$
          Disallow: /*?sort=
          Disallow:
          Sitemap: https://shop.example/sitemap.xml
          """);

  @ParameterizedTest
  @CsvSource({
    "/, true",
    "/admin, false",
    "/administration, false",
    "/admin/open/x, true",
    "/a/b.pdf, false",
    "/a/b.pdf.html, true",
    "/list?sort=1, false",
    "/list?page=1, true"
  })
  void theLongestRuleDecides(String path, boolean allowed) {
    assertThat(RULES.allows(URI.create("https://shop.example" + path))).isEqualTo(allowed);
  }

  @Test
  void rulesOfItsOwnNameStandAlone() {
    Robots rules =
        Robots.parse(
            """
            User-agent: *
            Disallow: /

            User-agent: x
            User-Agent: OpenVposSiteCheck/1.0
            Disallow: /private
            """);

    assertThat(rules.allows(URI.create("https://shop.example/"))).isTrue();
    assertThat(rules.allows(URI.create("https://shop.example/private/x"))).isFalse();
  }
}
