package io.openvpos.merchant.sitecheck;

import io.openvpos.merchant.sitecheck.crawl.CrawlLimits;
import io.openvpos.merchant.sitecheck.crawl.Crawled;
import io.openvpos.merchant.sitecheck.crawl.Crawler;
import io.openvpos.merchant.sitecheck.crawl.Credentials;
import io.openvpos.merchant.sitecheck.domain.Login;
import io.openvpos.merchant.sitecheck.domain.SiteToCheck;
import io.openvpos.merchant.sitecheck.fetch.FetchLimits;
import io.openvpos.merchant.sitecheck.fetch.Fetcher;
import io.openvpos.merchant.sitecheck.fetch.Resolver;
import io.openvpos.merchant.sitecheck.fetch.TrustAnchors;
import io.openvpos.merchant.sitecheck.secret.Secrets;
import io.openvpos.messaging.outbound.AddressRule;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the rooms of the site check together by its settings.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteCheckSettings.class)
class SiteCheckWiring {

  @Bean
  Crawler siteCrawler(SiteCheckSettings settings, Clock clock) {
    FetchLimits limits =
        new FetchLimits(
            settings.ports(), settings.allowHttp(), settings.pageBytes(), settings.requestTime());
    return new Crawler(
        new Fetcher(limits, TrustAnchors.with(settings.extraTrust()), clock),
        new CrawlLimits(settings.pages(), settings.time(), settings.redirects()),
        new Crawler.Names(
            Resolver.system(),
            settings.allowPrivate() ? AddressRule.ANY : AddressRule.PUBLIC,
            settings.allowHttp()));
  }

  @Bean
  SiteChecks siteChecks(
      SiteCheckStore store,
      SiteEvidence evidence,
      SiteWalk walk,
      SiteCheckSettings settings,
      Clock clock) {
    return new SiteChecks(
        new SiteChecks.Parts(
            store, evidence, walk, clock, Executors.newVirtualThreadPerTaskExecutor()),
        settings.atOnce(),
        settings.lease());
  }

  @Bean
  SiteWalk siteWalk(Crawler crawler, Secrets secrets) {
    return new SiteWalk(crawler, secrets);
  }

  /// Opens the login, for as long as the walk takes.
  record SiteWalk(Crawler crawler, Secrets secrets) implements Function<SiteToCheck, Crawled> {

    @Override
    public Crawled apply(SiteToCheck site) {
      return crawler.crawl(site, credentials(site));
    }

    private @Nullable Credentials credentials(SiteToCheck site) {
      Login login = site.login();
      return login == null
          ? null
          : new Credentials(
              login.user(),
              secrets
                  .open(site.subjectId(), login.sealedPassword())
                  .orElseThrow(() ->
                      new IllegalStateException(site.subjectId() + ": sealed by another key")));
    }
  }
}
