package io.openvpos.page.frame;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.Cookies;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageSessions;
import io.openvpos.page.PageSettings;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// What no page takes: refusals of the filter and paths without a page, so that these too are
/// answered by a page; and the way in and out.
@Hidden
@PageController
final class EdgeOfPages {

  private final PageSessions sessions;
  private final PageSettings settings;

  EdgeOfPages(PageSessions sessions, PageSettings settings) {
    this.sessions = sessions;
    this.settings = settings;
  }

  @GetMapping("/")
  Rendering start() {
    return Rendering.redirectTo("/portal").build();
  }

  @PostMapping(PageFilter.SIGN_OUT)
  Rendering signOut(PageCaller caller) {
    caller.session().ifPresent(sessions::end);
    caller.exchange().getResponse().addCookie(Cookies.noSession(settings.secureCookies()));
    return caller.redirect(PageFilter.SIGN_IN, "frame.signed-out");
  }

  @GetMapping(PageFilter.REFUSED)
  Mono<Rendering> refused(ServerWebExchange exchange) {
    ProblemException refusal = exchange.getAttribute(PageFilter.REFUSAL);
    return Mono.error(Optional.ofNullable(refusal).orElseGet(EdgeOfPages::notFound));
  }

  @RequestMapping({"/portal/**", "/apply/**"})
  Mono<Rendering> none() {
    return Mono.error(notFound());
  }

  private static ProblemException notFound() {
    return ProblemException.of(404, "not_found");
  }
}
