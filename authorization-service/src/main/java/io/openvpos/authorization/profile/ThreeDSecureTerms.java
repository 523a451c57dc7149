package io.openvpos.authorization.profile;

import io.openvpos.money.Money;
import java.util.Map;

/// When a merchant's shoppers are authenticated.
///
/// @param above with ABOVE: by currency, larger amounts must be, in minor units; those of a
///   currency that is not named must be in any case
public record ThreeDSecureTerms(Policy policy, Map<String, Long> above) {

  /// The policy of a merchant that set none.
  public static final ThreeDSecureTerms DEFAULT = of(Policy.OPTIONAL);

  public ThreeDSecureTerms {
    above = Map.copyOf(above);
  }

  /// A policy that asks for no amount.
  public static ThreeDSecureTerms of(Policy policy) {
    return new ThreeDSecureTerms(policy, Map.of());
  }

  /// Who decides.
  public enum Policy {
    /// Never.
    OFF,
    /// The shop, payment by payment, and a fraud rule that challenges.
    OPTIONAL,
    /// Every payment.
    REQUIRED,
    /// Payments above an amount.
    ABOVE
  }

  /// Whether a payment of this amount must be authenticated.
  public boolean requires(Money amount) {
    return switch (policy) {
      case OFF, OPTIONAL -> false;
      case REQUIRED -> true;
      case ABOVE ->
          amount.minorUnits() > above.getOrDefault(amount.currency().getCurrencyCode(), -1L);
    };
  }
}
