package io.openvpos.authorization.vault;

import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.Optional;

/// Keeps a card's security code while its cardholder is authenticated, and only then (PCI DSS
/// 3.3.2): under a key of its own, until a time, to be read once.
public interface HeldCodes {

  /// Holds the code of a card that has one.
  ///
  /// @param holdId names it; new with each hold
  /// @param until from then on it is gone, whoever asks
  void hold(String holdId, SubmittedCard card, Instant until);

  /// Destroys what is held and returns the card with its code; empty if none is held, or if another
  /// was given it before.
  Optional<SubmittedCard> take(String holdId, String merchantId, Mode mode, String token);

  /// Destroys what is held, if anything is.
  void destroy(String holdId);

  /// Destroys everything whose time is over; how much it was.
  int destroyOverdue(Instant now);
}
