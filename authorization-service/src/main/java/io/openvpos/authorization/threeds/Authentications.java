package io.openvpos.authorization.threeds;

import io.openvpos.authorization.threeds.domain.Authentication;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The stored authentications. An outage is an exception; a lost race is a `false`.
public interface Authentications {

  /// False if the id is taken.
  boolean add(Authentication started);

  Optional<AuthenticationRecord> find(String id);

  /// By compare-and-set; false if it has changed since it was read.
  boolean store(AuthenticationRecord before, Authentication after);

  /// The payment has taken the end: nobody has to look any more.
  void settled(String id);

  /// Open ones whose time is over, and ended ones that their payment has not taken, oldest first.
  List<AuthenticationRecord> due(Instant now, int limit);
}
