package io.openvpos.merchant.profile.domain;

import java.util.List;

/// How a merchant's payments are guarded, beyond what holds for everybody.
///
/// @param checkoutOrigins that may show the checkout in a frame
public record SecuritySettings(List<CheckoutOrigin> checkoutOrigins) {

  /// Of a merchant that set nothing.
  public static final SecuritySettings DEFAULT = new SecuritySettings(List.of());

  public SecuritySettings {
    checkoutOrigins = List.copyOf(checkoutOrigins);
  }

  public SecuritySettings withCheckoutOrigins(List<CheckoutOrigin> next) {
    return new SecuritySettings(next);
  }
}
