package io.openvpos.merchant.staff.http;

import io.openvpos.merchant.staff.session.BrowserSessions;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageSession;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The session of a browser, for the pages of the other services: they send the cookie's value as
/// the token of the call. The cookie goes to pages only, so no browser sends it here.
@Hidden
@RestController
final class PageSessionController {

  private static final String BEARER = "Bearer ";

  private final BrowserSessions sessions;

  PageSessionController(BrowserSessions sessions) {
    this.sessions = sessions;
  }

  record Answer(
      String id,
      String subject,
      List<String> roles,
      @Nullable String merchantId,
      String csrf,
      String token,
      @Nullable String renewed,
      @Nullable String obligation,
      Instant endsAt) {

    static Answer of(PageSession session) {
      Caller.Staff staff = session.staff();
      return new Answer(
          session.id(),
          staff.subject(),
          staff.roles().stream().map(Role::code).sorted().toList(),
          staff.merchantId(),
          session.csrf(),
          session.token(),
          session.renewed().orElse(null),
          session.obligation(),
          session.endsAt());
    }

    @Override
    public String toString() {
      return "Answer[" + subject + "]";
    }
  }

  /// 401 where the session has ended, or where the token is that of no page.
  @GetMapping("/v1/page-session")
  Answer session(ServerWebExchange exchange) {
    return Answer.of(find(exchange).orElseThrow(() -> ProblemException.of(401, "unauthenticated")));
  }

  @DeleteMapping("/v1/page-session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(ServerWebExchange exchange) {
    find(exchange).ifPresent(sessions::end);
  }

  private Optional<PageSession> find(ServerWebExchange exchange) {
    return Optional.ofNullable(
            exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()))
        .flatMap(sessions::find);
  }
}
