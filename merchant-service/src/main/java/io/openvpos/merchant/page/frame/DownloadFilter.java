package io.openvpos.merchant.page.frame;

import io.openvpos.merchant.page.Cookies;
import io.openvpos.merchant.page.PageSession;
import io.openvpos.merchant.page.PageSessions;
import java.util.Map;
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
/// `/portal` are those of the API, of the person's own merchant. Reading only, so no form token is
/// needed. Before authentication, which then sees the person's token; without a session the request
/// goes on as it is and ends at the sign-in page.
final class DownloadFilter implements WebFilter, Ordered {

  private static final Map<String, String> FILES =
      Map.of("/portal/statements/download", "/v1/merchants/%s/statements");

  private final PageSessions sessions;
  private final Scheduler blocking;

  DownloadFilter(PageSessions sessions, Scheduler blocking) {
    this.sessions = sessions;
    this.blocking = blocking;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().pathWithinApplication().value();
    String api = FILES.get(path);
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(Cookies.SESSION);
    if (api == null
        || cookie == null
        || !HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
      return chain.filter(exchange);
    }
    return Mono.fromCallable(() -> sessions.find(cookie.getValue()))
        .subscribeOn(blocking)
        .flatMap(session -> chain.filter(next(exchange, session, api)));
  }

  private static ServerWebExchange next(
      ServerWebExchange exchange, Optional<PageSession> session, String api) {
    Optional<String> merchantId = session.flatMap(found -> found.staff().ownMerchant());
    if (session.isEmpty() || merchantId.isEmpty()) {
      return exchange;
    }
    String language = PageLanguage.of(exchange.getRequest()).getLanguage();
    PageHeaders.ofPage(exchange.getResponse().getHeaders());
    return exchange
        .mutate()
        .request(request ->
            request
                .path(api.formatted(merchantId.get()))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + session.get().token())
                .header(HttpHeaders.ACCEPT_LANGUAGE, language))
        .build();
  }

  /// Before authentication, whose order is 0, and after the limit of addresses.
  @Override
  public int getOrder() {
    return -5;
  }
}
