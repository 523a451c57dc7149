package io.openvpos.merchant.profile.domain;

import java.util.List;

/// How a merchant's payments are guarded, beyond what holds for everybody.
///
/// @param checkoutOrigins that may show the checkout in a frame
/// @param threeDSecure when shoppers are authenticated
public record SecuritySettings(
    List<CheckoutOrigin> checkoutOrigins, ThreeDSecurePolicy threeDSecure) {

  /// Of a merchant that set nothing.
  public static final SecuritySettings DEFAULT =
      new SecuritySettings(List.of(), ThreeDSecurePolicy.DEFAULT);

  public SecuritySettings {
    checkoutOrigins = List.copyOf(checkoutOrigins);
  }

  public SecuritySettings withCheckoutOrigins(List<CheckoutOrigin> next) {
    return new SecuritySettings(next, threeDSecure);
  }

  public SecuritySettings withThreeDSecure(ThreeDSecurePolicy next) {
    return new SecuritySettings(checkoutOrigins, next);
  }
}
