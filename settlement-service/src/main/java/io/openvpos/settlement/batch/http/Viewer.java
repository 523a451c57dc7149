package io.openvpos.settlement.batch.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import org.jspecify.annotations.Nullable;

/// Whose batches a caller may see.
///
/// @param merchantId null: every merchant's
/// @param mode null: both
public record Viewer(@Nullable String merchantId, @Nullable Mode mode) {

  public static Viewer of(Caller caller) {
    return switch (caller) {
      case Caller.MerchantKey _ -> {
        Caller.MerchantKey key = Access.requireSecretKey(caller);
        yield new Viewer(key.merchantId(), key.mode());
      }
      case Caller.Staff staff -> of(staff);
    };
  }

  private static Viewer of(Caller.Staff staff) {
    if (staff.has(Role.ACQUIRER_OPS, Role.ACQUIRER_FINANCE, Role.AUDITOR)) {
      return new Viewer(null, null);
    }
    String own = staff.merchantId();
    if (own != null && staff.has(Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE)) {
      return new Viewer(own, null);
    }
    throw ProblemException.of(403, "forbidden");
  }

  public boolean sees(Batch batch) {
    return (merchantId == null || merchantId.equals(batch.head().merchantId()))
        && (mode == null || mode == batch.head().mode());
  }
}
