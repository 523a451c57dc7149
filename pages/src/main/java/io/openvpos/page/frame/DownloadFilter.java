package io.openvpos.page.frame;

import io.openvpos.page.Cookies;
import io.openvpos.page.Download;
import io.openvpos.page.PageSession;
import io.openvpos.page.PageSessions;
import io.openvpos.page.PageSettings;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Files that the API makes, for a browser that has a session and no token: a few addresses below
/// `/portal` are those of the API, see [Download]. Reading only, so no form token is needed. Before
/// authentication, which then sees the person's token; without a session the request goes on as it
/// is and ends at the sign-in page, or at that of an open obligation.
final class DownloadFilter implements WebFilter, Ordered {

  private final PageSessions sessions;
  private final List<Download> downloads;
  private final PageSettings settings;
  private final Scheduler blocking;

  DownloadFilter(
      PageSessions sessions, List<Download> downloads, PageSettings settings, Scheduler blocking) {
    this.sessions = sessions;
    this.downloads = downloads;
    this.settings = settings;
    this.blocking = blocking;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().pathWithinApplication().value();
    Optional<Download> wanted = downloads.stream().filter(each -> each.isOf(path)).findFirst();
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(Cookies.SESSION);
    if (wanted.isEmpty()
        || cookie == null
        || !HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
      return chain.filter(exchange);
    }
    return Mono.fromCallable(() -> sessions.find(cookie.getValue()))
        .subscribeOn(blocking)
        .flatMap(session -> chain.filter(next(exchange, session, wanted.get(), path)));
  }

  private ServerWebExchange next(
      ServerWebExchange exchange, Optional<PageSession> session, Download wanted, String path) {
    String merchantId = session.flatMap(found -> found.staff().ownMerchant()).orElse("");
    boolean free = session.map(found -> found.obligation() == null).orElse(false);
    if (!free || (wanted.isOfOneMerchant() && merchantId.isEmpty())) {
      return exchange;
    }
    String language = PageLanguage.of(exchange.getRequest()).getLanguage();
    PageHeaders.ofPage(exchange.getResponse().getHeaders(), settings);
    return exchange
        .mutate()
        .request(request ->
            request
                .path(wanted.apiPath(path, merchantId))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + session.orElseThrow().token())
                .header(HttpHeaders.ACCEPT_LANGUAGE, language))
        .build();
  }

  /// Before authentication, whose order is 0, and after the limit of addresses.
  @Override
  public int getOrder() {
    return -5;
  }
}
