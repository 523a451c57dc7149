package io.openvpos.authorization.profile;

import java.util.Map;
import java.util.Set;

/// What a merchant may do at the checkout.
///
/// @param hostedPageOnly true: card numbers come from the acquirer's own page and from nowhere else
/// @param installmentLimits by card class, the most instalments; empty where a profile does not
///   tell
/// @param origins that may show the page in a frame
public record CheckoutTerms(
    boolean hostedPageOnly, Map<String, Integer> installmentLimits, Set<String> origins) {

  /// Cards from anywhere, no limits told, no frame.
  public static final CheckoutTerms OPEN = new CheckoutTerms(false, Map.of(), Set.of());

  public CheckoutTerms {
    installmentLimits = Map.copyOf(installmentLimits);
    origins = Set.copyOf(origins);
  }
}
