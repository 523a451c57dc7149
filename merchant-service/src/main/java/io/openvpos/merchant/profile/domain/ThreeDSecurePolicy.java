package io.openvpos.merchant.profile.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// When a merchant's shoppers are authenticated.
///
/// @param above with ABOVE: by currency, larger amounts must be, in minor units; those of a
///   currency that is not named must be in any case
public record ThreeDSecurePolicy(Kind kind, Map<String, Long> above) {

  /// Of a merchant for which none was set.
  public static final ThreeDSecurePolicy DEFAULT = of(Kind.OPTIONAL);

  /// More than any payment.
  public static final long MOST = 10_000_000_000L;

  /// Who decides. The code is the name in lower case.
  public enum Kind {
    /// Never.
    OFF,
    /// The shop, payment by payment, and rules against fraud.
    OPTIONAL,
    /// Every payment.
    REQUIRED,
    /// Payments above an amount.
    ABOVE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String code) {
      return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  public ThreeDSecurePolicy {
    above = Map.copyOf(above);
    if ((kind == Kind.ABOVE) == above.isEmpty()) {
      throw new IllegalArgumentException("amounts belong to ABOVE: " + kind + " " + above);
    }
  }

  public static ThreeDSecurePolicy of(Kind kind) {
    return new ThreeDSecurePolicy(kind, Map.of());
  }
}
