package io.openvpos.merchant.staff;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.staff.domain.Guard;
import io.openvpos.merchant.staff.domain.User;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The users as stored, by e-mail address. Each write but that of the guard stores its audit record
/// too.
public interface Users {

  Optional<User> find(String email);

  /// False if the address is taken.
  boolean insert(User user, Action action);

  /// Compare-and-set from the version before; false if another change was faster.
  boolean save(User changed, Action action);

  /// Compare-and-set of the guard alone, from the user as it was read.
  boolean guard(User read, Guard guard);

  /// By e-mail address, after the given one.
  ///
  /// @param merchantId null for the acquirer's staff
  List<User> of(@Nullable String merchantId, String after, int limit);
}
