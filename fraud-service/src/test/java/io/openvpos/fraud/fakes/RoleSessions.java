package io.openvpos.fraud.fakes;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.page.PageSession;
import io.openvpos.page.PageSessions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Sessions of pages: the cookie's value is a role, and a name behind a dot.
public final class RoleSessions implements PageSessions {

  public static final String CSRF = "token-of-the-form";

  @Override
  public Optional<PageSession> find(String cookie) {
    return Role.of(cookie.split("\\.", -1)[0])
        .map(role ->
            new PageSession(
                cookie,
                new Caller.Staff(cookie + "@bank.test", Set.of(role), null),
                CSRF,
                cookie,
                Optional.empty(),
                null,
                Instant.MAX));
  }

  @Override
  public void end(PageSession session) {}
}
