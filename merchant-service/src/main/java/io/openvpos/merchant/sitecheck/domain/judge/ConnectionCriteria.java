package io.openvpos.merchant.sitecheck.domain.judge;

import io.openvpos.merchant.sitecheck.domain.Audience;
import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.Evidence;
import io.openvpos.merchant.sitecheck.domain.Finding;
import io.openvpos.merchant.sitecheck.domain.seen.Page;
import io.openvpos.merchant.sitecheck.domain.seen.Problem;
import io.openvpos.merchant.sitecheck.domain.seen.SignedIn;
import io.openvpos.merchant.sitecheck.domain.seen.SiteSeen;
import io.openvpos.merchant.sitecheck.domain.seen.Tls;
import io.openvpos.merchant.sitecheck.domain.seen.Visit;
import io.openvpos.merchant.sitecheck.domain.seen.WebAddress;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the connection shows, before a word is read.
final class ConnectionCriteria {

  static final int LEAST_CIPHER_BITS = 128;
  private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

  private ConnectionCriteria() {}

  static Finding reachable(SiteSeen site) {
    Visit start = site.start();
    List<Evidence> evidence = List.of(answer(start));
    if (start.read().isPresent()) {
      return start.read().get().drawnByScript()
          ? Found.person(Criterion.REACHABLE, "drawn_by_script", evidence)
          : Found.passed(Criterion.REACHABLE, "answered", evidence);
    }
    // A form may have opened what the first answer refused.
    if (site.signedIn() == SignedIn.DONE && !site.pages().isEmpty()) {
      return Found.passed(Criterion.REACHABLE, "answered", evidence);
    }
    Problem problem = start.problem();
    return Found.failed(Criterion.REACHABLE, problem == null ? "status" : problem.code(), evidence);
  }

  static Evidence answer(Visit visit) {
    Problem problem = visit.problem();
    String value =
        problem == null
            ? "HTTP " + visit.status()
            : (visit.status() == 0 ? "" : "HTTP " + visit.status() + ", ")
                + problem.code()
                + (visit.detail().isEmpty() ? "" : ": " + visit.detail());
    return new Evidence(visit.address().toString(), "answer", value);
  }

  static Finding tls(SiteSeen site, Instant now) {
    Visit start = site.start();
    Tls tls = start.tls();
    if (tls == null) {
      boolean plain = start.status() > 0;
      return Found.failed(Criterion.TLS, plain ? "no_tls" : "not_seen", List.of(answer(start)));
    }
    List<String> wrong = new ArrayList<>();
    Instant soon = now.atZone(ZoneOffset.UTC).plusMonths(1).toInstant();
    require(tls.validFrom().isAfter(now), "not_yet_valid", wrong);
    require(tls.validUntil().isBefore(now), "expired", wrong);
    require(
        !tls.validUntil().isBefore(now) && tls.validUntil().isBefore(soon), "expires_soon", wrong);
    require(!tls.nameMatches(), "wrong_name", wrong);
    require(!tls.distrust().isEmpty(), "untrusted", wrong);
    require(tls.cipherBits() < LEAST_CIPHER_BITS, "weak_cipher", wrong);
    require(!PROTOCOLS.contains(tls.protocol()), "old_protocol", wrong);
    return wrong.isEmpty()
        ? Found.passed(Criterion.TLS, "sound", evidence(start, tls, wrong))
        : Found.failed(Criterion.TLS, wrong.getFirst(), evidence(start, tls, wrong));
  }

  private static void require(boolean isWrong, String reason, List<String> wrong) {
    if (isWrong) {
      wrong.add(reason);
    }
  }

  private static List<Evidence> evidence(Visit visit, Tls tls, List<String> wrong) {
    String address = visit.address().toString();
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence(address, "protocol", tls.protocol() + " " + tls.cipher()));
    evidence.add(new Evidence(address, "cipher_bits", String.valueOf(tls.cipherBits())));
    evidence.add(new Evidence(address, "valid_from", tls.validFrom().toString()));
    evidence.add(new Evidence(address, "valid_until", tls.validUntil().toString()));
    evidence.add(new Evidence(address, "subject", tls.subject()));
    evidence.add(new Evidence(address, "issuer", tls.issuer()));
    evidence.add(new Evidence(address, "sha256", tls.sha256()));
    if (!wrong.isEmpty()) {
      evidence.add(new Evidence(address, "wrong", String.join(", ", wrong)));
    }
    if (!tls.distrust().isEmpty()) {
      evidence.add(new Evidence(address, "distrust", tls.distrust()));
    }
    return evidence;
  }

  /// The given address must not lead away; that an inner page does is for a person to look at,
  /// because it may be a link to the shop's own social page.
  static Finding noRedirect(SiteSeen site) {
    Visit start = site.start();
    Problem problem = start.problem();
    if (problem == Problem.LEFT_SITE || problem == Problem.TOO_MANY_REDIRECTS) {
      return Found.failed(Criterion.NO_REDIRECT, problem.code(), List.of(away(start)));
    }
    if (start.page() != null && leaves(site, start.page())) {
      Evidence to = new Evidence(start.address().toString(), "sent_to", "" + start.page().sentTo());
      return Found.failed(Criterion.NO_REDIRECT, Problem.LEFT_SITE.code(), List.of(to));
    }
    if (start.status() == 0) {
      return Found.failed(Criterion.NO_REDIRECT, "not_seen", List.of(answer(start)));
    }
    List<Evidence> inner = new ArrayList<>();
    for (Visit visit : site.after()) {
      if (visit.problem() == Problem.LEFT_SITE) {
        inner.add(away(visit));
      } else if (visit.page() != null && leaves(site, visit.page())) {
        inner.add(new Evidence(visit.address().toString(), "sent_to", "" + visit.page().sentTo()));
      }
    }
    return inner.isEmpty()
        ? Found.passed(Criterion.NO_REDIRECT, "stays", List.of())
        : Found.person(Criterion.NO_REDIRECT, "inner_page_leaves", inner);
  }

  private static boolean leaves(SiteSeen site, Page page) {
    URI to = page.sentTo();
    return to != null && !WebAddress.sameSite(site.start().requested(), to);
  }

  private static Evidence away(Visit visit) {
    List<String> hops = visit.hops().stream().map(URI::toString).toList();
    return new Evidence(visit.requested().toString(), "redirects", String.join(" → ", hops));
  }

  /// A test link stands in for a site that is not live yet; where none was given, the site must be.
  static Finding testLink(SiteSeen site) {
    boolean opened = !site.pages().isEmpty();
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(answer(site.start()));
    Visit live = site.live();
    if (live == null) {
      return opened
          ? Found.passed(Criterion.TEST_LINK, "site_is_live", evidence)
          : Found.failed(Criterion.TEST_LINK, "no_test_link", evidence);
    }
    evidence.add(answer(live));
    boolean isLive = live.read().isPresent();
    return opened
        ? Found.passed(Criterion.TEST_LINK, isLive ? "both_open" : "not_live_yet", evidence)
        : Found.failed(Criterion.TEST_LINK, "test_link_closed", evidence);
  }

  static Finding dealerLogin(SiteSeen site) {
    SignedIn signedIn = site.signedIn();
    List<Evidence> evidence =
        List.of(new Evidence(site.start().address().toString(), "signed_in", signedIn.code()));
    if (signedIn == SignedIn.DONE) {
      return Found.passed(Criterion.DEALER_LOGIN, "signed_in", evidence);
    }
    if (signedIn == SignedIn.NOT_TRIED) {
      return site.audience() == Audience.CONSUMERS
          ? Found.passed(Criterion.DEALER_LOGIN, "not_needed", evidence)
          : Found.failed(Criterion.DEALER_LOGIN, "no_login_given", evidence);
    }
    // A consumers' site is open without its login; a form that only scripts fill is a person's.
    boolean unclear = signedIn == SignedIn.NO_FORM && site.incomplete();
    boolean open = site.audience() == Audience.CONSUMERS && signedIn == SignedIn.NO_FORM;
    return unclear || open
        ? Found.person(Criterion.DEALER_LOGIN, signedIn.code(), evidence)
        : Found.failed(Criterion.DEALER_LOGIN, signedIn.code(), evidence);
  }
}
