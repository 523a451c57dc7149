package io.openvpos.merchant.staff;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.staff.domain.Credentials;
import io.openvpos.merchant.staff.domain.Guard;
import io.openvpos.merchant.staff.domain.SecondFactor;
import io.openvpos.merchant.staff.domain.Totp;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.messaging.access.Role;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords and codes in, a known user out. Whether the address is unknown, the account waits, is
/// no longer active or the password is wrong is not told, and takes as long: one bcrypt.
@Component
public final class SignIn {

  private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder();
  private final Totp totp = new Totp();

  /// Compared with where there is no such user, so that both refusals take as long.
  private final String nobody = hash("nobody");

  private final Users users;
  private final Clock clock;

  public SignIn(Users users, Clock clock) {
    this.users = users;
    this.clock = clock;
  }

  /// How an attempt ended.
  public sealed interface Outcome {
    /// Signed in.
    ///
    /// @param withSecondFactor whether a code was needed and right
    record Passed(User user, boolean withSecondFactor) implements Outcome {}

    record Wrong() implements Outcome {}

    /// The password is right; a code is needed too.
    record CodeRequired() implements Outcome {}
  }

  private static final Outcome WRONG = new Outcome.Wrong();

  /// Tries to sign somebody in.
  ///
  /// @param code of the second factor, or a recovery code; empty where none was given
  public Outcome attempt(String email, String password, String code) {
    Optional<User> found = users.find(User.normalized(email));
    String hash = found.map(User::credentials).map(Credentials::passwordHash).orElse(nobody);
    boolean right = passwords.matches(password, hash) && !hash.equals(nobody);
    if (found.isEmpty() || !found.get().active() || found.get().waits(clock.instant())) {
      return WRONG;
    }
    return right ? codeOf(found.get(), code) : failed(found.get());
  }

  /// Only the password, for somebody who is signed in and is to change it. A wrong one counts.
  public boolean knowsPassword(String email, String password) {
    return !(attempt(email, password, "") instanceof Outcome.Wrong);
  }

  /// Creates the user unless the address is taken; an existing one keeps its password.
  public void ensure(String email, String password, Set<Role> roles, @Nullable String merchantId) {
    if (users.find(User.normalized(email)).isEmpty()) {
      Credentials credentials = new Credentials(hash(password), null, null);
      User user = new User(email, 1, "", roles, merchantId, true, 0, credentials, Guard.NONE);
      users.insert(user, new Action("user.created", Actor.PLATFORM, clock.instant()));
    }
  }

  String hash(String password) {
    String hash = passwords.encode(password);
    if (hash == null) {
      throw new IllegalArgumentException("a password is not empty");
    }
    return hash;
  }

  /// The user is read again each time another attempt was faster, so that guesses at once count one
  /// by one and no code is taken twice.
  private Outcome codeOf(User read, String code) {
    User user = read;
    while (!user.waits(clock.instant())) {
      SecondFactor factor = user.credentials().secondFactor();
      if (factor == null) {
        if (user.guard().failures() == 0 || users.guard(user, user.guard().passed())) {
          return new Outcome.Passed(user, false);
        }
      } else if (code.isEmpty()) {
        return new Outcome.CodeRequired();
      } else {
        Optional<Outcome> outcome = byCode(user, factor, code);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
      user = users.find(user.email()).orElseThrow();
    }
    return WRONG;
  }

  /// Empty if another attempt was faster.
  private Optional<Outcome> byCode(User user, SecondFactor factor, String code) {
    String digits = code.replace(" ", "");
    OptionalLong step =
        totp.accepted(factor.secret(), digits, clock.instant(), user.guard().lastStep());
    if (step.isPresent()) {
      return users.guard(user, user.guard().passed(step.getAsLong()))
          ? Optional.of(new Outcome.Passed(user, true))
          : Optional.empty();
    }
    String hash = SecretLinks.hash(code.strip().toLowerCase(Locale.ROOT));
    if (factor.recoveryHashes().contains(hash)) {
      Actor by = new Actor(user.email(), "-");
      return users.save(
              user.withoutRecoveryCode(hash),
              new Action("user.recovery_code_used", by, clock.instant()))
          ? Optional.of(new Outcome.Passed(user, true))
          : Optional.empty();
    }
    return Optional.of(failed(user));
  }

  private Outcome failed(User read) {
    Optional<User> user = Optional.of(read);
    while (user.isPresent()
        && !user.get().waits(clock.instant())
        && !users.guard(user.get(), user.get().guard().failed(clock.instant()))) {
      user = users.find(read.email());
    }
    return WRONG;
  }
}
