package io.openvpos.settlement.payout.life.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.payout.life.PayoutLife;
import org.jspecify.annotations.Nullable;

/// Whose payouts a caller may see.
///
/// @param merchantId null: every merchant's
/// @param mode null: both
record PayoutViewer(@Nullable String merchantId, @Nullable Mode mode) {

  static PayoutViewer of(Caller caller) {
    return switch (caller) {
      case Caller.MerchantKey _ -> {
        Caller.MerchantKey key = Access.requireSecretKey(caller);
        yield new PayoutViewer(key.merchantId(), key.mode());
      }
      case Caller.Staff staff -> of(staff);
    };
  }

  private static PayoutViewer of(Caller.Staff staff) {
    if (staff.has(Role.ACQUIRER_FINANCE, Role.AUDITOR)) {
      return new PayoutViewer(null, null);
    }
    String own = staff.merchantId();
    if (own != null && staff.has(Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE)) {
      return new PayoutViewer(own, null);
    }
    throw ProblemException.of(403, "forbidden");
  }

  boolean isStaff() {
    return merchantId == null;
  }

  boolean sees(PayoutLife life) {
    return (merchantId == null || merchantId.equals(life.head().merchantId()))
        && (mode == null || mode == life.head().mode());
  }
}
