package io.openvpos.authorization.profile;

/// When a merchant's shoppers are authenticated.
///
/// @param aboveMinorUnits with ABOVE: larger amounts must be, in minor units of their currency
public record ThreeDSecureTerms(Policy policy, long aboveMinorUnits) {

  /// The policy of a merchant that set none.
  public static final ThreeDSecureTerms DEFAULT = new ThreeDSecureTerms(Policy.OPTIONAL, 0);

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
  public boolean requires(long minorUnits) {
    return switch (policy) {
      case OFF, OPTIONAL -> false;
      case REQUIRED -> true;
      case ABOVE -> minorUnits > aboveMinorUnits;
    };
  }
}
