package io.openvpos.authorization.threeds;

import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.domain.AuthenticationAnswer;
import io.openvpos.authorization.threeds.domain.Protocol;
import io.openvpos.authorization.threeds.message.BrowserFacts;
import io.openvpos.money.Mode;
import java.util.Optional;

/// Where none is configured: no card takes part.
public final class NoDirectoryServer implements DirectoryServer {

  @Override
  public Optional<Protocol> protocol(String merchantId, Mode mode, String token) {
    return Optional.empty();
  }

  @Override
  public AuthenticationAnswer authenticate(Authentication authentication, BrowserFacts browser) {
    return new AuthenticationAnswer.Silent("no_answer");
  }
}
