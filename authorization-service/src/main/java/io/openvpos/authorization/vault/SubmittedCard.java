package io.openvpos.authorization.vault;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// The card as a request submitted it. Opaque to every other room: what may be known of it is in
/// [StoredCard], what only the issuer may see in [RevealedCard].
public final class SubmittedCard {

  private final Pan pan;
  private final YearMonth expiry;
  private final @Nullable Cvc cvc;
  private final @Nullable String holderName;

  SubmittedCard(Pan pan, YearMonth expiry, @Nullable Cvc cvc, @Nullable String holderName) {
    this.pan = pan;
    this.expiry = expiry;
    this.cvc = cvc;
    this.holderName = holderName;
  }

  Pan pan() {
    return pan;
  }

  YearMonth expiry() {
    return expiry;
  }

  @Nullable Cvc cvc() {
    return cvc;
  }

  @Nullable String holderName() {
    return holderName;
  }

  @Override
  public String toString() {
    return "SubmittedCard[****]";
  }
}
