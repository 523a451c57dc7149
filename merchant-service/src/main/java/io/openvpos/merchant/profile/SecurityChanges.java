package io.openvpos.merchant.profile;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.profile.domain.CheckoutOrigin;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.SecuritySettings;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Changes how a merchant's payments are guarded. Every edge learns of it within seconds.
@Component
public final class SecurityChanges {

  private final Merchants merchants;
  private final Clock clock;

  public SecurityChanges(Merchants merchants, Clock clock) {
    this.merchants = merchants;
    this.clock = clock;
  }

  /// Empty if there is no such merchant. Sessions that were opened for an origin before it went
  /// keep it until they end.
  public Optional<Merchant> checkoutOrigins(
      String merchantId, List<CheckoutOrigin> wanted, Actor by) {
    return change(
        merchantId,
        "merchant.checkout_origins_set",
        by,
        security -> security.withCheckoutOrigins(wanted));
  }

  /// Empty if there is no such merchant. Payments that have begun go on as they did.
  public Optional<Merchant> threeDSecure(String merchantId, ThreeDSecurePolicy wanted, Actor by) {
    return change(
        merchantId,
        "merchant.three_d_secure_set",
        by,
        security -> security.withThreeDSecure(wanted));
  }

  /// Settings that are so already are left as they are.
  private Optional<Merchant> change(
      String merchantId, String name, Actor by, UnaryOperator<SecuritySettings> change) {
    while (true) {
      Optional<Merchant> found = merchants.find(merchantId);
      if (found.isEmpty()) {
        return found;
      }
      SecuritySettings now = found.get().security();
      SecuritySettings wanted = change.apply(now);
      if (wanted.equals(now)) {
        return found;
      }
      Merchant changed = found.get().withSecurity(wanted);
      if (merchants.save(changed, new Action(name, by, clock.instant()))) {
        return Optional.of(changed);
      }
    }
  }
}
