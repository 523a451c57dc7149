package io.openvpos.merchant.application;

import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.Review.Acceptance;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.staff.UserAdmin;
import io.openvpos.merchant.staff.UserAdmin.Invite;
import io.openvpos.messaging.access.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The first person of a merchant who signs in: the applicant's contact, as its administrator.
@Component
public final class InvitedContacts {

  private final UserAdmin users;

  public InvitedContacts(UserAdmin users) {
    this.users = users;
  }

  /// The path at which the contact sets a password; empty if somebody has the address already, who
  /// then signs in as ever or is invited again by staff.
  public Optional<String> invite(Application accepted) {
    Acceptance acceptance = accepted.review().acceptance();
    if (acceptance == null) {
      return Optional.empty();
    }
    Invite invite =
        new Invite(
            accepted.form().contact().email(),
            accepted.form().contact().name(),
            Set.of(Role.MERCHANT_ADMIN),
            acceptance.merchantId());
    return users
        .invite(invite, Actor.PLATFORM)
        .map(invited ->
            "/portal/invitation?token="
                + URLEncoder.encode(invited.token(), StandardCharsets.UTF_8));
  }
}
