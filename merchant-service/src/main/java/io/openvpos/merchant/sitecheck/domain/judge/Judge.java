package io.openvpos.merchant.sitecheck.domain.judge;

import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.Finding;
import io.openvpos.merchant.sitecheck.domain.seen.SiteSeen;
import io.openvpos.merchant.sitecheck.domain.seen.Visit;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides every criterion, in the order of [Criterion].
public final class Judge {

  private Judge() {}

  public static List<Finding> judge(SiteSeen site, Instant now) {
    Set<URI> dead =
        site.visits().stream()
            .filter(
                visit -> visit.status() == 404 || visit.status() == 410 || visit.status() >= 500)
            .map(Visit::requested)
            .collect(Collectors.toSet());
    // A link to a page that is not there is as good as none.
    List<ReadText> texts =
        site.pages().stream().map(page -> ReadText.of(page.withoutLinksTo(dead))).toList();
    return Arrays.stream(Criterion.values())
        .map(criterion ->
            switch (criterion) {
              case REACHABLE -> ConnectionCriteria.reachable(site);
              case TLS -> ConnectionCriteria.tls(site, now);
              case NO_REDIRECT -> ConnectionCriteria.noRedirect(site);
              case TEST_LINK -> ConnectionCriteria.testLink(site);
              case DEALER_LOGIN -> ConnectionCriteria.dealerLogin(site);
              case TURKISH -> ShopCriteria.turkish(site, texts);
              case MEMBERSHIP -> ShopCriteria.membership(site, texts);
              case ORDER_STEPS -> ShopCriteria.orderSteps(site, texts);
              case CARD_PAYMENT -> ShopCriteria.cardPayment(site, texts);
              case DISTANCE_SALES -> TextCriteria.distanceSales(site, texts);
              case RETURNS -> TextCriteria.returns(site, texts);
              case PRIVACY -> TextCriteria.privacy(site, texts);
              case CONTACT -> TextCriteria.contact(site, texts);
            })
        .toList();
  }

  /// Where no instance could bring a check to its end: everything is for a person.
  public static List<Finding> undecided() {
    return Arrays.stream(Criterion.values())
        .map(criterion -> Found.person(criterion, "check_broke_off", List.of()))
        .toList();
  }
}
