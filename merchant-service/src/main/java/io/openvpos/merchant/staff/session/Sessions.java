package io.openvpos.merchant.staff.session;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sessions of the pages as stored.
public interface Sessions {

  /// A session as stored.
  ///
  /// @param epoch of the user when it began: with another one it is over
  /// @param pendingSecret of a second factor that is being set up
  record Session(
      String id,
      String email,
      long epoch,
      String csrf,
      Instant endsAt,
      @Nullable String pendingSecret) {
    @Override
    public String toString() {
      return "Session[" + email + "]";
    }
  }

  void insert(Session session);

  Optional<Session> find(String id);

  void keepSecret(String id, String secret);

  void end(String id);
}
