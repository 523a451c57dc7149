package io.openvpos.merchant.sitecheck.crawl;

import io.openvpos.merchant.sitecheck.crawl.LogIn.Tried;
import io.openvpos.merchant.sitecheck.domain.SiteToCheck;
import io.openvpos.merchant.sitecheck.domain.seen.Page;
import io.openvpos.merchant.sitecheck.domain.seen.SignedIn;
import io.openvpos.merchant.sitecheck.domain.seen.SiteSeen;
import io.openvpos.merchant.sitecheck.domain.seen.Visit;
import io.openvpos.merchant.sitecheck.domain.seen.WebAddress;
import io.openvpos.merchant.sitecheck.fetch.Deadline;
import io.openvpos.merchant.sitecheck.fetch.Fetcher;
import io.openvpos.merchant.sitecheck.fetch.Pins;
import io.openvpos.merchant.sitecheck.fetch.Resolver;
import io.openvpos.messaging.outbound.AddressRule;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks through one site, within its limits.
public final class Crawler {

  private final Fetcher fetcher;
  private final CrawlLimits limits;
  private final Names names;

  /// How names are looked up and which addresses are let through.
  ///
  /// @param httpAllowed true in sandboxes
  public record Names(Resolver resolver, AddressRule rule, boolean httpAllowed) {}

  public Crawler(Fetcher fetcher, CrawlLimits limits, Names names) {
    this.fetcher = fetcher;
    this.limits = limits;
    this.names = names;
  }

  /// Looks at what the site shows; whatever goes wrong there is part of the answer.
  ///
  /// @param credentials the site's login in clear, or null
  public Crawled crawl(SiteToCheck site, @Nullable Credentials credentials) {
    Deadline deadline = Deadline.in(limits.time());
    URI start = secured(site.start());
    Session session = session(start, deadline, credentials);
    Visit first = session.visit(start, true);
    List<Visit> after = new ArrayList<>();
    SignedIn signedIn = signIn(session, credentials, first, after);
    boolean outOfTime = walk(session, first, after);
    Map<String, byte[]> bodies = new HashMap<>(session.bodies());
    Visit live = null;
    if (site.testAddress() != null) {
      Session other = session(secured(site.address()), deadline, null);
      live = other.visit(secured(site.address()), true);
      bodies.putAll(other.bodies());
    }
    SiteSeen seen =
        new SiteSeen(site.address(), site.audience(), first, live, after, signedIn, outOfTime);
    if (credentials != null) {
      bodies.replaceAll((_, body) -> credentials.blackened(body));
    }
    return new Crawled(seen, bodies);
  }

  private Session session(URI at, Deadline deadline, @Nullable Credentials credentials) {
    return new Session(
        fetcher,
        new Pins(names.resolver(), names.rule()),
        new Session.Terms(at, deadline, limits.redirects(), credentials));
  }

  /// People write `http://` out of habit; what counts is whether the site is there with TLS.
  private URI secured(URI address) {
    Optional<URI> plain = WebAddress.parse(address.toString());
    if (names.httpAllowed() || plain.isEmpty() || WebAddress.isSecure(plain.get())) {
      return plain.orElse(address);
    }
    return plain.get().getPort() == -1
        ? URI.create("https" + plain.get().toString().substring("http".length()))
        : plain.get();
  }

  private static SignedIn signIn(
      Session session, @Nullable Credentials credentials, Visit first, List<Visit> after) {
    if (credentials == null || session.basic() != SignedIn.NOT_TRIED) {
      return session.basic();
    }
    Tried tried = new LogIn(session, credentials, first.address()).from(first);
    after.addAll(tried.visits());
    // A login page may have asked in the other way.
    return tried.signedIn() == SignedIn.NO_FORM && session.basic() != SignedIn.NOT_TRIED
        ? session.basic()
        : tried.signedIn();
  }

  /// Reads on until there is nothing left, or no page of the allowance; true if time ran out.
  private boolean walk(Session session, Visit first, List<Visit> after) {
    Frontier frontier = new Frontier(first.address());
    List<Visit> known = new ArrayList<>(after);
    known.addFirst(first);
    known.forEach(visit -> note(frontier, visit));
    // What a login led to shows more than the page that asked for it.
    known.reversed().forEach(visit -> Optional.ofNullable(visit.page()).ifPresent(frontier::add));
    for (int pages = known.size(); pages < limits.pages(); pages++) {
      Optional<URI> next = frontier.next();
      if (next.isEmpty() || session.outOfTime()) {
        break;
      }
      Visit visit = session.visit(next.get(), false);
      after.add(visit);
      note(frontier, visit);
      Page page = visit.page();
      if (page != null) {
        frontier.add(page);
      }
    }
    return session.outOfTime();
  }

  private static void note(Frontier frontier, Visit visit) {
    frontier.seen(visit.requested());
    frontier.seen(visit.address());
  }
}
