package io.openvpos.merchant.staff.domain;

import org.jspecify.annotations.Nullable;

/// What somebody signs in with.
///
/// @param passwordHash bcrypt; null until the invitation is accepted
/// @param invitation open until it is accepted or replaced
public record Credentials(
    @Nullable String passwordHash,
    @Nullable Invitation invitation,
    @Nullable SecondFactor secondFactor) {

  Credentials withPassword(String hash) {
    return new Credentials(hash, null, secondFactor);
  }

  Credentials withInvitation(Invitation open) {
    return new Credentials(passwordHash, open, secondFactor);
  }

  Credentials withSecondFactor(@Nullable SecondFactor factor) {
    return new Credentials(passwordHash, invitation, factor);
  }

  @Override
  public String toString() {
    return "Credentials";
  }
}
