package io.openvpos.fraud.scoring;

import io.openvpos.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The circumstances of one payment that rules look at.
public record RiskRequest(
    Money amount, CardFacts card, @Nullable String email, VelocityLimits velocityLimits) {

  private static final String HOME_COUNTRY = "TR";

  /// The card was issued abroad.
  public boolean isForeign() {
    return !HOME_COUNTRY.equals(card.issuerCountry());
  }

  /// Neither credit nor debit.
  public boolean isPrepaid() {
    return !List.of("credit", "debit").contains(card.funding());
  }
}
