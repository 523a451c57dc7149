package io.openvpos.merchant.staff.http;

import io.openvpos.merchant.staff.UserAdmin.Invited;
import io.openvpos.merchant.staff.domain.Invitation;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.messaging.access.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Users as answers: never a hash or a secret.
final class UserAnswers {

  private UserAnswers() {}

  /// @param invited true until the first password is set
  record UserAnswer(
      String email,
      String name,
      List<String> roles,
      @Nullable String merchantId,
      boolean active,
      boolean secondFactor,
      boolean invited) {

    static UserAnswer of(User user) {
      return new UserAnswer(
          user.email(),
          user.name(),
          user.roles().stream().map(Role::code).sorted().toList(),
          user.merchantId(),
          user.active(),
          user.hasSecondFactor(),
          user.credentials().passwordHash() == null);
    }
  }

  /// @param token in clear, for this one answer: the page `/portal/invitation?token=…`
  record InvitationAnswer(UserAnswer user, String token, @Nullable Instant expiresAt) {
    static InvitationAnswer of(Invited invited) {
      Invitation invitation = invited.user().credentials().invitation();
      return new InvitationAnswer(
          UserAnswer.of(invited.user()),
          invited.token(),
          invitation == null ? null : invitation.expiresAt());
    }

    @Override
    public String toString() {
      return "InvitationAnswer[" + user.email() + "]";
    }
  }

  record UserPage(List<UserAnswer> data, boolean hasMore) {}
}
