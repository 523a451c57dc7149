package io.openvpos.page.frame;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.Cookies;
import io.openvpos.page.PageCaller.Visit;
import io.openvpos.page.PageSession;
import io.openvpos.page.PageSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Before every page: a place, the session, the form's token. Nobody who is not signed in gets past
/// it below `/portal`, whether or not there is such a page.
final class PageFilter implements WebFilter, Ordered {

  static final String SIGN_IN = "/portal/sign-in";
  static final String SIGN_OUT = "/portal/sign-out";
  static final String REFUSED = "/portal/refused";
  static final String REFUSAL = PageFilter.class.getName() + ".refusal";

  private static final Set<String> PUBLIC = Set.of(SIGN_IN, REFUSED, "/portal/invitation");

  /// Pages that somebody with an obligation may use all the same.
  private static final Set<String> ALWAYS = Set.of(SIGN_OUT, REFUSED);

  private static final Duration SESSION_LASTS = Duration.ofMinutes(15);

  private final Admission admission;
  private final PageSettings settings;
  private final Scheduler blocking;
  private final Semaphore places;

  PageFilter(Admission admission, PageSettings settings, Scheduler blocking) {
    this.admission = admission;
    this.settings = settings;
    this.blocking = blocking;
    places = new Semaphore(settings.atOnce());
  }

  static boolean isPage(String path) {
    return path.equals("/portal")
        || path.startsWith("/portal/")
        || path.equals("/apply")
        || path.startsWith("/apply/");
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().pathWithinApplication().value();
    if (path.startsWith("/static/")) {
      PageHeaders.ofFile(exchange.getResponse().getHeaders());
    }
    if (!isPage(path)) {
      return chain.filter(exchange);
    }
    Optional<URI> other = settings.otherService(path);
    if (other.isPresent() && HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
      redirect(exchange, other.get() + withQuery(exchange.getRequest()));
      return exchange.getResponse().setComplete();
    }
    PageHeaders.ofPage(exchange.getResponse().getHeaders(), settings);
    if (!places.tryAcquire()) {
      exchange.getResponse().setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
      exchange.getResponse().getHeaders().set("Retry-After", "1");
      return exchange.getResponse().setComplete();
    }
    return Mono.fromCallable(() -> admitted(exchange, path))
        .subscribeOn(blocking)
        .flatMap(next -> next.map(chain::filter).orElseGet(exchange.getResponse()::setComplete))
        .doFinally(_ -> places.release());
  }

  /// The request to go on with; empty if the answer is made already.
  private Optional<ServerWebExchange> admitted(ServerWebExchange exchange, String path) {
    try {
      admission.admit(exchange);
    } catch (ProblemException refusal) {
      return Optional.of(refused(exchange, refusal));
    }
    Visit visit = exchange.getRequiredAttribute(Admission.VISIT);
    boolean needsSession = path.startsWith("/portal") && !PUBLIC.contains(path);
    if (needsSession && visit.session().isEmpty()) {
      redirect(exchange, SIGN_IN + next(exchange.getRequest()));
      return Optional.empty();
    }
    Optional<String> obligation = visit.session().map(PageSession::obligation);
    if (needsSession && obligation.isPresent() && !isFree(path, obligation.get())) {
      redirect(exchange, obligation.get());
      return Optional.empty();
    }
    visit
        .session()
        .flatMap(PageSession::renewed)
        .ifPresent(token ->
            exchange
                .getResponse()
                .addCookie(Cookies.session(token, SESSION_LASTS, settings.secureCookies())));
    return Optional.of(exchange);
  }

  private static boolean isFree(String path, String obligation) {
    return ALWAYS.contains(path) || path.equals(obligation) || path.startsWith(obligation + "/");
  }

  /// Shown by a page like every other: a request for the page that shows refusals.
  private static ServerWebExchange refused(ServerWebExchange exchange, ProblemException refusal) {
    exchange.getAttributes().put(REFUSAL, refusal);
    return exchange
        .mutate()
        .request(request -> request.method(HttpMethod.GET).path(REFUSED))
        .build();
  }

  private static void redirect(ServerWebExchange exchange, String to) {
    boolean byScript = exchange.getRequest().getHeaders().containsHeader("HX-Request");
    exchange.getResponse().setStatusCode(byScript ? HttpStatus.OK : HttpStatus.SEE_OTHER);
    if (byScript) {
      exchange.getResponse().getHeaders().set("HX-Redirect", to);
    } else {
      exchange.getResponse().getHeaders().setLocation(URI.create(to));
    }
  }

  private static String next(ServerHttpRequest request) {
    if (!HttpMethod.GET.equals(request.getMethod())) {
      return "";
    }
    return "?next=" + URLEncoder.encode(withQuery(request), StandardCharsets.UTF_8);
  }

  private static String withQuery(ServerHttpRequest request) {
    String path = request.getURI().getRawPath();
    String query = request.getURI().getRawQuery();
    return query == null ? path : path + "?" + query;
  }

  /// After authentication of the API, whose order is 0 and which lets pages pass.
  @Override
  public int getOrder() {
    return 5;
  }
}
