package io.openvpos.authorization.vault;

import io.openvpos.authorization.issuer.TokenUse;
import io.openvpos.money.Mode;
import java.util.Optional;

/// A vault for the issuer's tests: one merchant's one card.
public final class OpenedCards implements CardReveal {

  public static final String TOKEN = "tok_1";

  private volatile boolean away;

  /// A request of one token.
  public static TokenUse use() {
    return new TokenUse("mrc_1", Mode.TEST, TOKEN, "RRN000000001");
  }

  public void away(boolean yes) {
    away = yes;
  }

  @Override
  public RevealedCard submitted(SubmittedCard card) {
    return new RevealedCard(card.pan().digits(), "3012", Optional.of("123"));
  }

  @Override
  public Optional<RevealedCard> stored(
      String merchantId, Mode mode, String token, UseReason reason) {
    if (away) {
      throw new VaultUnavailableException(new IllegalStateException("away on purpose"));
    }
    return token.equals(TOKEN)
        ? Optional.of(new RevealedCard(Cards.VISA, "3012", Optional.empty()))
        : Optional.empty();
  }

  public static SubmittedCard typed() {
    return Cards.card(Cards.VISA);
  }
}
