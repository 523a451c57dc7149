package io.openvpos.authorization.vault;

import java.util.Optional;

/// A card in the clear, on its way into an issuer message. Only the issuer room may use this type
/// (the room's architecture test says so). It has no serializer and prints nothing.
public final class RevealedCard {

  private final String pan;
  private final String expiry;
  private final Optional<String> cvc;

  RevealedCard(String pan, String expiry, Optional<String> cvc) {
    this.pan = pan;
    this.expiry = expiry;
    this.cvc = cvc;
  }

  /// The whole card number.
  public String pan() {
    return pan;
  }

  /// Year and month as the network writes them: `YYMM`.
  public String expiry() {
    return expiry;
  }

  /// The security code, if the shopper has just typed it.
  public Optional<String> cvc() {
    return cvc;
  }

  @Override
  public String toString() {
    return "RevealedCard[****]";
  }
}
