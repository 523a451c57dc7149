package io.openvpos.page.frame;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.page.Cookies;
import io.openvpos.page.PageCaller.Visit;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageSession;
import io.openvpos.page.PageSessions;
import io.openvpos.page.PageSettings;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/// Who makes a page request and whether its form is theirs. Blocks: it asks the store and reads the
/// form.
final class Admission {

  static final String VISIT = Admission.class.getName() + ".visit";
  static final String FORM = Admission.class.getName() + ".form";

  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Pattern TEXT_KEY = Pattern.compile("[a-z0-9_.-]{1,80}");

  private final PageSessions sessions;
  private final PageSettings settings;

  Admission(PageSessions sessions, PageSettings settings) {
    this.sessions = sessions;
    this.settings = settings;
  }

  /// Leaves the visit and the form in the exchange's attributes.
  void admit(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    Visit visit = visit(exchange);
    exchange.getAttributes().put(VISIT, visit);
    if (!SAFE.contains(request.getMethod())) {
      if (!SameOrigin.holds(request)) {
        throw ProblemException.of(403, "form_not_ours");
      }
      checkForm(exchange, visit);
    }
  }

  private Visit visit(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    PageLanguage.asked(request)
        .ifPresent(
            language -> exchange.getResponse().addCookie(Cookies.language(language.getLanguage())));
    Optional<PageSession> session = cookie(request, Cookies.SESSION).flatMap(sessions::find);
    String csrf = session.map(PageSession::csrf).orElseGet(() -> Csrf.ofVisit(visitId(exchange)));
    Optional<String> flash =
        cookie(request, Cookies.FLASH).filter(key -> TEXT_KEY.matcher(key).matches());
    if (flash.isPresent() && SAFE.contains(request.getMethod())) {
      exchange.getResponse().addCookie(Cookies.noFlash());
    }
    return new Visit(PageLanguage.of(request), session, csrf, flash);
  }

  private String visitId(ServerWebExchange exchange) {
    Optional<String> known = cookie(exchange.getRequest(), Cookies.VISIT).filter(Csrf::isVisit);
    if (known.isPresent()) {
      return known.get();
    }
    String made = Csrf.newVisit();
    exchange.getResponse().addCookie(Cookies.visit(made, settings.secureCookies()));
    return made;
  }

  /// A form with files is read by its own page, so its token comes in the query or a header.
  private static void checkForm(ServerWebExchange exchange, Visit visit) {
    ServerHttpRequest request = exchange.getRequest();
    String sent = Optional.ofNullable(request.getHeaders().getFirst("X-CSRF-Token")).orElse("");
    if (isMultipart(request)) {
      String inQuery = request.getQueryParams().getFirst(PageForm.CSRF);
      sent = sent.isEmpty() && inQuery != null ? inQuery : sent;
    } else {
      PageForm form = PageForm.parse(RequestBytes.ofForm(exchange));
      exchange.getAttributes().put(FORM, form);
      sent = sent.isEmpty() ? form.raw(PageForm.CSRF) : sent;
    }
    if (!Csrf.matches(visit.csrf(), sent)) {
      throw ProblemException.of(403, "form_not_ours");
    }
  }

  private static boolean isMultipart(ServerHttpRequest request) {
    String type = request.getHeaders().getFirst("Content-Type");
    return type != null && type.regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0, 19);
  }

  private static Optional<String> cookie(ServerHttpRequest request, String name) {
    return Optional.ofNullable(request.getCookies().getFirst(name))
        .map(HttpCookie::getValue)
        .filter(value -> !value.isEmpty());
  }
}
