package io.openvpos.merchant.sitecheck.crawl;

import io.openvpos.merchant.sitecheck.domain.seen.Page;
import io.openvpos.merchant.sitecheck.domain.seen.Problem;
import io.openvpos.merchant.sitecheck.domain.seen.SignedIn;
import io.openvpos.merchant.sitecheck.domain.seen.Tls;
import io.openvpos.merchant.sitecheck.domain.seen.Visit;
import io.openvpos.merchant.sitecheck.domain.seen.WebAddress;
import io.openvpos.merchant.sitecheck.fetch.Deadline;
import io.openvpos.merchant.sitecheck.fetch.FetchException;
import io.openvpos.merchant.sitecheck.fetch.Fetcher;
import io.openvpos.merchant.sitecheck.fetch.Pins;
import io.openvpos.merchant.sitecheck.fetch.Request;
import io.openvpos.merchant.sitecheck.fetch.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;

/// One check's conversation with one site: its pins, cookies, robots rules and login. It never
/// leaves the site: where a redirect would, it stops and says so.
final class Session {

  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
  private static final Set<String> PLAIN = Set.of("text/plain", "text/html");

  private final Fetcher fetcher;
  private final Pins pins;
  private final Deadline deadline;
  private final int redirects;
  private final URI site;
  private final @Nullable Credentials credentials;
  private final Cookies cookies = new Cookies();
  private final Map<String, Robots> robots = new HashMap<>();
  private final Map<String, byte[]> bodies = new LinkedHashMap<>();
  private SignedIn basic = SignedIn.NOT_TRIED;

  /// Where a session goes and what it may take with it.
  record Terms(URI site, Deadline deadline, int redirects, @Nullable Credentials credentials) {}

  Session(Fetcher fetcher, Pins pins, Terms terms) {
    this.fetcher = fetcher;
    this.pins = pins;
    this.deadline = terms.deadline();
    this.redirects = terms.redirects();
    this.site = terms.site();
    this.credentials = terms.credentials();
  }

  SignedIn basic() {
    return basic;
  }

  Map<String, byte[]> bodies() {
    return bodies;
  }

  boolean outOfTime() {
    return deadline.isOver();
  }

  boolean allowsLogin(@Nullable Tls tls) {
    return fetcher.mayHear(tls);
  }

  /// Reads an address, through redirects within the site.
  Visit visit(URI address, boolean given) {
    return visit(address, given, null);
  }

  /// The same, sending a form to the address first.
  Visit visit(URI address, boolean given, @Nullable String form) {
    List<URI> hops = new ArrayList<>();
    URI at = address;
    String sent = form;
    Response response = null;
    try {
      while (true) {
        if (!given && !allowed(at)) {
          throw new FetchException(Problem.ROBOTS, at.toString());
        }
        response = ask(at, sent);
        Optional<URI> next = redirect(at, response);
        if (next.isEmpty()) {
          return seen(address, given, hops, at, response);
        }
        hops.add(next.get());
        if (!WebAddress.sameSite(site, next.get())) {
          throw new FetchException(Problem.LEFT_SITE, next.get().toString());
        }
        if (hops.size() > redirects) {
          throw new FetchException(Problem.TOO_MANY_REDIRECTS, redirects + " followed");
        }
        // 307 and 308 would repeat the form; a login form is not repeated elsewhere.
        sent = null;
        at = next.get();
      }
    } catch (FetchException problem) {
      int status = response == null ? 0 : response.status();
      return new Visit(
          address,
          given,
          hops,
          status,
          "",
          0,
          false,
          "",
          response == null ? null : response.tls(),
          problem.problem(),
          problem.detail(),
          null);
    }
  }

  private Visit seen(URI asked, boolean given, List<URI> hops, URI at, Response response) {
    boolean html = HTML.contains(response.mediaType());
    String sha256 = html ? sha256(response.body()) : "";
    Page page = html ? Html.read(at, response.body(), response.header("content-type")) : null;
    if (html) {
      bodies.put(sha256, response.body());
    }
    return new Visit(
        asked,
        given,
        hops,
        response.status(),
        response.mediaType(),
        response.body().length,
        response.cut(),
        sha256,
        response.tls(),
        html ? null : Problem.NOT_HTML,
        html ? "" : response.mediaType(),
        page);
  }

  private Response ask(URI at, @Nullable String form) throws FetchException {
    Response response = fetcher.fetch(request(at, form, HTML, ""), pins, deadline);
    remember(at, response);
    boolean challenged =
        response.status() == 401
            && response.header("www-authenticate").toLowerCase(Locale.ROOT).startsWith("basic");
    if (!challenged || credentials == null || form != null) {
      return response;
    }
    if (!allowsLogin(response.tls())) {
      basic = SignedIn.UNSAFE;
      return response;
    }
    Response second = fetcher.fetch(request(at, null, HTML, credentials.basic()), pins, deadline);
    remember(at, second);
    // It may be that one corner asks for another login; what was open stays counted.
    if (basic != SignedIn.DONE) {
      basic = second.status() == 401 ? SignedIn.REFUSED : SignedIn.DONE;
    }
    return second;
  }

  private Request request(URI at, @Nullable String form, Set<String> readable, String login) {
    Map<String, String> headers = new HashMap<>();
    String known = cookies.header(WebAddress.host(at));
    if (!known.isEmpty()) {
      headers.put("Cookie", known);
    }
    if (!login.isEmpty()) {
      headers.put("Authorization", login);
    }
    boolean secret = form != null || !login.isEmpty();
    return new Request(at, headers, form, readable, secret);
  }

  private void remember(URI at, Response response) {
    cookies.take(WebAddress.host(at), response.all("set-cookie"));
  }

  private static Optional<URI> redirect(URI at, Response response) throws FetchException {
    boolean moved = Set.of(301, 302, 303, 307, 308).contains(response.status());
    String to = response.header("location");
    if (!moved || to.isEmpty()) {
      return Optional.empty();
    }
    // jsoup resolves as browsers do, whatever a site writes into the header.
    String absolute = StringUtil.resolve(at.toString(), to);
    return Optional.of(
        WebAddress.parse(absolute)
            .orElseThrow(() -> new FetchException(Problem.SCHEME_REFUSED, to)));
  }

  private boolean allowed(URI address) {
    return robots
        .computeIfAbsent(WebAddress.origin(address), _ -> robotsOf(address))
        .allows(address);
  }

  private Robots robotsOf(URI address) {
    URI file = address.resolve("/robots.txt");
    try {
      Response response = fetcher.fetch(request(file, null, PLAIN, ""), pins, deadline);
      if (response.status() >= 500) {
        return Robots.FORBIDDING;
      }
      return response.status() == 200 && response.mediaType().equals("text/plain")
          ? Robots.parse(new String(response.body(), StandardCharsets.UTF_8))
          : Robots.ALLOWING;
    } catch (FetchException unreadable) {
      // A site that answers pages and not this file has nothing to say about robots.
      return Robots.ALLOWING;
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }
}
