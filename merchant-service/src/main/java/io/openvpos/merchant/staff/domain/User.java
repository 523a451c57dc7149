package io.openvpos.merchant.staff.domain;

import io.openvpos.messaging.access.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who signs in. Each audited change is the next version.
///
/// @param email in lower case; also the subject of the tokens
/// @param name as the person writes it; empty for users of the time before names
/// @param merchantId the merchant of a merchant user; null for the acquirer's staff
/// @param active false: may not sign in
/// @param epoch rises with everything that ends the user's sessions
public record User(
    String email,
    long version,
    String name,
    Set<Role> roles,
    @Nullable String merchantId,
    boolean active,
    long epoch,
    Credentials credentials,
    Guard guard) {

  /// The roles that a merchant's own people may have; all others are the acquirer's.
  public static final Set<Role> OF_MERCHANTS =
      Set.copyOf(EnumSet.of(Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE));

  public User {
    email = normalized(email);
    roles = Set.copyOf(roles);
  }

  /// Somebody new, who has nothing to sign in with yet.
  public static User invited(
      String email, String name, Set<Role> roles, @Nullable String merchantId, Invitation by) {
    return new User(
        email, 1, name, roles, merchantId, true, 0, new Credentials(null, by, null), Guard.NONE);
  }

  public static String normalized(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /// The acquirer's own people need a second factor.
  public boolean isStaff() {
    return merchantId == null;
  }

  public boolean hasSecondFactor() {
    return credentials.secondFactor() != null;
  }

  /// With another password; the invitation is used up and every session ends.
  public User withPassword(String hash) {
    return next(name, roles, active, epoch + 1, credentials.withPassword(hash));
  }

  public User withInvitation(Invitation invitation) {
    return next(name, roles, active, epoch, credentials.withInvitation(invitation));
  }

  /// With another second factor or none; every session ends.
  public User withSecondFactor(@Nullable SecondFactor factor) {
    return next(name, roles, active, epoch + 1, credentials.withSecondFactor(factor));
  }

  /// One recovery code fewer.
  public User withoutRecoveryCode(String hash) {
    SecondFactor factor = credentials.secondFactor();
    return factor == null
        ? this
        : next(name, roles, active, epoch, credentials.withSecondFactor(factor.without(hash)));
  }

  /// What an administrator may change. Other roles, or none at all any more, end every session.
  public User changed(String newName, Set<Role> newRoles, boolean nowActive) {
    boolean ends = !newRoles.equals(roles) || nowActive != active;
    return next(newName, newRoles, nowActive, ends ? epoch + 1 : epoch, credentials);
  }

  private User next(
      String newName, Set<Role> newRoles, boolean nowActive, long newEpoch, Credentials with) {
    return new User(
        email, version + 1, newName, newRoles, merchantId, nowActive, newEpoch, with, guard);
  }

  /// True while wrong passwords make this user wait.
  public boolean waits(Instant now) {
    Instant until = guard.waitUntil();
    return until != null && now.isBefore(until);
  }

  @Override
  public String toString() {
    return "User[" + email + "]";
  }
}
