package io.openvpos.merchant.staff;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.staff.domain.Invitation;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.messaging.access.Role;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Inviting people and changing what they may do. Who may do it to whom is asked before; here is
/// what holds for everybody: nobody changes their own roles, and the last administrator of a house
/// stays one.
@Component
public final class UserAdmin {

  /// The house of the acquirer's staff in [Admins].
  private static final String ACQUIRER = "acquirer";

  private final Users users;
  private final Admins admins;
  private final Clock clock;

  public UserAdmin(Users users, Admins admins, Clock clock) {
    this.users = users;
    this.admins = admins;
    this.clock = clock;
  }

  /// Somebody who is to come.
  public record Invite(String email, String name, Set<Role> roles, @Nullable String merchantId) {}

  /// Somebody who was invited.
  ///
  /// @param token of the link, in clear for this one answer
  public record Invited(User user, String token) {
    @Override
    public String toString() {
      return "Invited[" + user + "]";
    }
  }

  /// What a change is to make of somebody; null leaves it as it is.
  public record Change(
      @Nullable String name, @Nullable Set<Role> roles, @Nullable Boolean active) {}

  /// How a change ended.
  public sealed interface Outcome {
    record Changed(User user) implements Outcome {}

    record Unknown() implements Outcome {}

    /// One's own roles, or one's own account.
    record OwnAccount() implements Outcome {}

    record LastAdmin() implements Outcome {}
  }

  /// Empty if the address is taken.
  public Optional<Invited> invite(Invite invite, Actor by) {
    String secret = SecretLinks.newSecret();
    User user =
        User.invited(
            invite.email(), invite.name(), invite.roles(), invite.merchantId(), open(secret));
    if (!users.insert(user, new Action("user.invited", by, clock.instant()))) {
      return Optional.empty();
    }
    if (isAdmin(user.roles(), user.merchantId())) {
      admins.add(house(user), user.email());
    }
    return Optional.of(new Invited(user, SecretLinks.token(user.email(), secret)));
  }

  /// Another link for somebody whose link or password is lost; the one before no longer works.
  public Optional<Invited> inviteAgain(String email, Actor by) {
    String secret = SecretLinks.newSecret();
    while (true) {
      Optional<User> changed = users.find(email).map(user -> user.withInvitation(open(secret)));
      if (changed.isEmpty()) {
        return Optional.empty();
      }
      if (users.save(changed.get(), new Action("user.invited_again", by, clock.instant()))) {
        return Optional.of(new Invited(changed.get(), SecretLinks.token(email, secret)));
      }
    }
  }

  /// Takes a lost second factor off; its owner sets up another one at the next sign-in.
  public Optional<User> removeSecondFactor(String email, Actor by) {
    while (true) {
      Optional<User> found = users.find(email);
      if (found.isEmpty() || !found.get().hasSecondFactor()) {
        return found;
      }
      User changed = found.get().withSecondFactor(null);
      if (users.save(changed, new Action("user.second_factor_removed", by, clock.instant()))) {
        return Optional.of(changed);
      }
    }
  }

  public Outcome change(String email, Change change, Actor by) {
    while (true) {
      Optional<User> found = users.find(email);
      if (found.isEmpty()) {
        return new Outcome.Unknown();
      }
      User user = found.get();
      User changed = applied(user, change);
      if (changed.epoch() == user.epoch() && changed.name().equals(user.name())) {
        return new Outcome.Changed(user);
      }
      if (changed.epoch() != user.epoch() && email.equals(by.who())) {
        return new Outcome.OwnAccount();
      }
      boolean was = user.active() && isAdmin(user.roles(), user.merchantId());
      boolean is = changed.active() && isAdmin(changed.roles(), changed.merchantId());
      if (was && !is && !admins.remove(house(user), email)) {
        return new Outcome.LastAdmin();
      }
      if (users.save(changed, new Action(nameOf(user, changed), by, clock.instant()))) {
        if (is && !was) {
          admins.add(house(user), email);
        }
        return new Outcome.Changed(changed);
      }
    }
  }

  private static User applied(User user, Change change) {
    String name = change.name();
    Set<Role> roles = change.roles();
    Boolean active = change.active();
    return user.changed(
        name == null ? user.name() : name,
        roles == null ? user.roles() : roles,
        active == null ? user.active() : active);
  }

  private static String nameOf(User before, User after) {
    if (before.active() != after.active()) {
      return after.active() ? "user.activated" : "user.deactivated";
    }
    return before.roles().equals(after.roles()) ? "user.renamed" : "user.roles_changed";
  }

  private Invitation open(String secret) {
    return new Invitation(SecretLinks.hash(secret), clock.instant().plus(Invitation.LASTS));
  }

  private static boolean isAdmin(Set<Role> roles, @Nullable String merchantId) {
    return roles.contains(merchantId == null ? Role.ACQUIRER_OPS : Role.MERCHANT_ADMIN);
  }

  private static String house(User user) {
    String merchantId = user.merchantId();
    return merchantId == null ? ACQUIRER : merchantId;
  }
}
