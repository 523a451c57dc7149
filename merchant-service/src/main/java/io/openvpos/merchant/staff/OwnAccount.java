package io.openvpos.merchant.staff;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.staff.domain.Base32;
import io.openvpos.merchant.staff.domain.Invitation;
import io.openvpos.merchant.staff.domain.PasswordRules;
import io.openvpos.merchant.staff.domain.SecondFactor;
import io.openvpos.merchant.staff.domain.Totp;
import io.openvpos.merchant.staff.domain.User;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What people do to their own account: the first password by an invitation, another password, a
/// second factor.
@Component
public final class OwnAccount {

  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;

  /// 50 random bits: a guess is one of a thousand million million, and each counts as a failure.
  private static final int RECOVERY_LENGTH = 10;

  private final Users users;
  private final SignIn signIn;
  private final Clock clock;
  private final Totp totp = new Totp();

  public OwnAccount(Users users, SignIn signIn, Clock clock) {
    this.users = users;
    this.signIn = signIn;
    this.clock = clock;
  }

  /// Whose invitation the token of a link is, if it is still open.
  public Optional<User> invited(String token) {
    return SecretLinks.parts(token)
        .flatMap(
            parts -> users.find(parts.email()).filter(user -> isInvited(user, parts.secret())));
  }

  /// Sets the first password. Empty if the invitation is over, was used, or the other one of two
  /// attempts at once was faster.
  public Optional<User> accept(String token, String password, String from) {
    Optional<User> invited = invited(token);
    if (invited.isEmpty()) {
      return Optional.empty();
    }
    User changed = invited.get().withPassword(hash(invited.get(), password));
    Actor by = new Actor(changed.email(), from);
    return users.save(changed, new Action("user.invitation_accepted", by, clock.instant()))
        ? Optional.of(changed)
        : Optional.empty();
  }

  /// Sets another password; every session ends.
  public Optional<User> changePassword(String email, String password, Actor by) {
    return change(
        email, "user.password_changed", by, user -> user.withPassword(hash(user, password)));
  }

  public String newSecret() {
    return Base32.encode(SecretLinks.random(SECRET_BYTES));
  }

  /// The recovery codes, in clear for this one answer, if the code is that of the secret: the app
  /// works. Every other session ends.
  public Optional<List<String>> enrol(String email, String secret, String code, Actor by) {
    OptionalLong step = totp.accepted(secret, code.replace(" ", ""), clock.instant(), 0);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    List<String> codes = new ArrayList<>();
    while (codes.size() < RECOVERY_CODES) {
      codes.add(recoveryCode());
    }
    SecondFactor factor = new SecondFactor(secret, codes.stream().map(SecretLinks::hash).toList());
    Optional<User> changed =
        change(email, "user.second_factor_set", by, user -> user.withSecondFactor(factor));
    changed.ifPresent(user -> users.guard(user, user.guard().passed(step.getAsLong())));
    return changed.map(_ -> codes);
  }

  private static String recoveryCode() {
    String drawn = Base32.encode(SecretLinks.random(RECOVERY_LENGTH)).toLowerCase(Locale.ROOT);
    return drawn.substring(0, 5) + "-" + drawn.substring(5, RECOVERY_LENGTH);
  }

  private Optional<User> change(String email, String action, Actor by, UnaryOperator<User> change) {
    while (true) {
      Optional<User> changed = users.find(email).map(change);
      if (changed.isEmpty() || users.save(changed.get(), new Action(action, by, clock.instant()))) {
        return changed;
      }
    }
  }

  private boolean isInvited(User user, String secret) {
    Invitation invitation = user.credentials().invitation();
    return user.active()
        && invitation != null
        && invitation.isOpen(clock.instant())
        && SecretLinks.matches(invitation.tokenHash(), secret);
  }

  private String hash(User user, String password) {
    PasswordRules.fault(password, user.email(), user.name())
        .ifPresent(fault -> {
          throw new IllegalArgumentException("an unchecked password: " + fault);
        });
    return signIn.hash(password);
  }
}
