package io.openvpos.messaging.access;

import io.openvpos.money.Mode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who makes a request, once authenticated.
public sealed interface Caller {

  /// A merchant's API key: one merchant, one mode.
  ///
  /// @param guard what else its calls need
  record MerchantKey(String merchantId, Mode mode, KeyScope scope, KeyGuard guard)
      implements Caller {

    /// One that needs nothing else.
    public MerchantKey(String merchantId, Mode mode, KeyScope scope) {
      this(merchantId, mode, scope, KeyGuard.NONE);
    }
  }

  /// A signed-in person.
  ///
  /// @param merchantId the merchant of a merchant user; null for the acquirer's staff
  record Staff(String subject, Set<Role> roles, @Nullable String merchantId) implements Caller {
    public Staff {
      roles = Set.copyOf(roles);
    }
  }

  /// True for a person with any of the roles.
  default boolean has(Role... any) {
    return this instanceof Staff staff && Set.of(any).stream().anyMatch(staff.roles()::contains);
  }

  /// The merchant that the caller is bound to; empty for the acquirer's staff.
  default Optional<String> ownMerchant() {
    return switch (this) {
      case MerchantKey key -> Optional.of(key.merchantId());
      case Staff staff -> Optional.ofNullable(staff.merchantId());
    };
  }
}
