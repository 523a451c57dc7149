package io.openvpos.authorization.threeds;

import io.openvpos.authorization.threeds.domain.Authentication;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where nothing is ever authenticated.
public final class NoAuthentications implements Authentications {

  @Override
  public boolean add(Authentication started) {
    throw new IllegalStateException("there is nobody to authenticate with");
  }

  @Override
  public Optional<AuthenticationRecord> find(String id) {
    return Optional.empty();
  }

  @Override
  public boolean store(AuthenticationRecord before, Authentication after) {
    return false;
  }

  @Override
  public void settled(String id) {
    // Nothing is kept.
  }

  @Override
  public List<AuthenticationRecord> due(Instant now, int limit) {
    return List.of();
  }
}
