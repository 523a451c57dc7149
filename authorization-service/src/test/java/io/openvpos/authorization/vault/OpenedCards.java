package io.openvpos.authorization.vault;

import io.openvpos.money.Mode;
import java.util.Optional;

/// A vault for the issuer's tests: one merchant's one card.
public final class OpenedCards implements CardReveal {

  public static final String TOKEN = "tok_1";

  @Override
  public RevealedCard submitted(SubmittedCard card) {
    return new RevealedCard(card.pan().digits(), "3012", Optional.of("123"));
  }

  @Override
  public Optional<RevealedCard> stored(
      String merchantId, Mode mode, String token, UseReason reason) {
    return token.equals(TOKEN)
        ? Optional.of(new RevealedCard(Cards.VISA, "3012", Optional.empty()))
        : Optional.empty();
  }

  public static SubmittedCard typed() {
    return Cards.card(Cards.VISA);
  }
}
