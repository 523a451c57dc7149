package io.openvpos.authorization.vault;

import io.openvpos.money.Mode;
import java.util.Optional;

/// Opens cards for the issuer room, and for it alone.
public interface CardReveal {

  /// The card that a request has just submitted; needs no look-up.
  RevealedCard submitted(SubmittedCard card);

  /// The stored card of a token; empty if this merchant has none of that name in this mode. That it
  /// is read is recorded before.
  Optional<RevealedCard> stored(String merchantId, Mode mode, String token, UseReason reason);
}
