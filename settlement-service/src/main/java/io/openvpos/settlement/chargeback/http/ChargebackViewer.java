package io.openvpos.settlement.chargeback.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import org.jspecify.annotations.Nullable;

/// Whose cases a caller may see, and whether it may move them.
///
/// @param merchantId null: every merchant's
/// @param mode null: both
record ChargebackViewer(@Nullable String merchantId, @Nullable Mode mode) {

  static ChargebackViewer reading(Caller caller) {
    return switch (caller) {
      case Caller.MerchantKey _ -> {
        Caller.MerchantKey key = Access.requireSecretKey(caller);
        yield new ChargebackViewer(key.merchantId(), key.mode());
      }
      case Caller.Staff staff ->
          staff.has(Role.ACQUIRER_OPS, Role.ACQUIRER_FINANCE, Role.AUDITOR)
              ? new ChargebackViewer(null, null)
              : merchantUser(staff);
    };
  }

  /// People only: who answered a case is kept by name.
  static ChargebackViewer answering(Caller caller) {
    Caller.Staff staff =
        Access.require(caller, Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE, Role.ACQUIRER_OPS);
    return staff.has(Role.ACQUIRER_OPS) ? new ChargebackViewer(null, null) : merchantUser(staff);
  }

  static String subject(Caller caller) {
    if (caller instanceof Caller.Staff staff) {
      return staff.subject();
    }
    throw ProblemException.of(403, "forbidden");
  }

  private static ChargebackViewer merchantUser(Caller.Staff staff) {
    String own = staff.merchantId();
    if (own != null && staff.has(Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE)) {
      return new ChargebackViewer(own, null);
    }
    throw ProblemException.of(403, "forbidden");
  }

  boolean sees(Chargeback one) {
    return (merchantId == null || merchantId.equals(one.sale().head().merchantId()))
        && (mode == null || mode == one.sale().head().mode());
  }
}
