package io.openvpos.page;

import java.util.Optional;

/// Where the frame learns who a request's session cookie belongs to.
public interface PageSessions {

  /// Empty if the cookie is not ours, the session has ended, or its person may no longer sign in.
  Optional<PageSession> find(String cookie);

  /// Nothing if it has ended already.
  void end(PageSession session);
}
