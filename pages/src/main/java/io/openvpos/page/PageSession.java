package io.openvpos.page;

import io.openvpos.messaging.access.Caller;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A signed-in person as the pages see them.
///
/// @param csrf what every form of the session must carry
/// @param token by which this person's calls of other services are made
/// @param renewed the cookie's next value, where it is time for one
/// @param obligation the one page that may be used before all others, such as that of a second
///   factor still to be set up
/// @param endsAt when the session is over, however much it is used
public record PageSession(
    String id,
    Caller.Staff staff,
    String csrf,
    String token,
    Optional<String> renewed,
    @Nullable String obligation,
    Instant endsAt) {

  @Override
  public String toString() {
    return "PageSession[" + staff.subject() + "]";
  }
}
