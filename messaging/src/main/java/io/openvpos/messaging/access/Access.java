package io.openvpos.messaging.access;

import io.openvpos.messaging.http.ProblemException;

/// The questions that controllers ask of a caller. A refusal is a problem: 403 where the role is
/// wrong, 404 where the object belongs to another merchant.
public final class Access {

  private Access() {}

  /// A person with one of the roles.
  public static Caller.Staff require(Caller caller, Role... any) {
    if (caller instanceof Caller.Staff staff && caller.has(any)) {
      return staff;
    }
    throw ProblemException.of(403, "forbidden");
  }

  /// A merchant's back end.
  public static Caller.MerchantKey requireSecretKey(Caller caller) {
    if (caller instanceof Caller.MerchantKey key && key.scope() == KeyScope.SECRET) {
      return key;
    }
    throw ProblemException.of(403, "forbidden");
  }
}
