package io.openvpos.authorization.threeds;

import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.domain.AuthenticationAnswer;
import io.openvpos.authorization.threeds.domain.Protocol;
import io.openvpos.authorization.threeds.message.BrowserFacts;
import io.openvpos.money.Mode;
import java.util.Optional;

/// The schemes' side: which cards take part, and whether a cardholder is who they say.
public interface DirectoryServer {

  /// What the card's range supports; empty if it takes no part, or if nobody can tell. Asks nobody:
  /// it is a look into the ranges that were read last.
  Optional<Protocol> protocol(String merchantId, Mode mode, String token);

  /// Sends the AReq and waits for the ARes. Never throws: what goes wrong is a silence.
  AuthenticationAnswer authenticate(Authentication authentication, BrowserFacts browser);
}
