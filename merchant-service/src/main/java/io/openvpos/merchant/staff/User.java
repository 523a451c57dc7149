package io.openvpos.merchant.staff;

import io.openvpos.messaging.access.Role;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who signs in.
///
/// @param email in lower case; also the subject of the tokens
/// @param passwordHash bcrypt
/// @param merchantId the merchant of a merchant user; null for the acquirer's staff
public record User(
    String email, String passwordHash, Set<Role> roles, @Nullable String merchantId) {

  public User {
    email = normalized(email);
    roles = Set.copyOf(roles);
  }

  public static String normalized(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "User[" + email + "]";
  }
}
