package io.openvpos.merchant.access;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Caller.MerchantKey;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.util.List;
import java.util.Optional;

/// What of a merchant a caller may see. A wrong role is 403; another merchant's object is 404.
public final class MerchantAccess {

  private static final Role[] OF_ALL = {Role.ACQUIRER_OPS, Role.ACQUIRER_FINANCE, Role.AUDITOR};
  private static final Role[] OF_OWN = {Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE};

  private MerchantAccess() {}

  /// Requires that the caller may read the merchant; answers the modes that it may see. A key sees
  /// its own mode only.
  public static List<Mode> read(Caller caller, String merchantId) {
    if (caller instanceof MerchantKey) {
      MerchantKey key = Access.requireSecretKey(caller);
      own(caller, merchantId);
      return List.of(key.mode());
    }
    if (!caller.has(OF_ALL)) {
      Access.require(caller, OF_OWN);
      own(caller, merchantId);
    }
    return List.of(Mode.values());
  }

  /// Requires somebody who may change the merchant's keys: the acquirer, or its own administrator.
  public static void administer(Caller caller, String merchantId) {
    if (!caller.has(Role.ACQUIRER_OPS)) {
      Access.require(caller, Role.MERCHANT_ADMIN);
      own(caller, merchantId);
    }
  }

  private static void own(Caller caller, String merchantId) {
    if (!caller.ownMerchant().equals(Optional.of(merchantId))) {
      throw ProblemException.of(404, "not_found");
    }
  }
}
