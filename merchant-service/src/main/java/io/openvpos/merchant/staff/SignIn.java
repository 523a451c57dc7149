package io.openvpos.merchant.staff;

import io.openvpos.messaging.access.Role;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords in, tokens out.
@Component
public final class SignIn {

  private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder();

  /// Compared with where there is no such user, so that both refusals take as long.
  private final String nobody = hash("nobody");

  private final Users users;
  private final TokenSigner tokens;

  SignIn(Users users, TokenSigner tokens) {
    this.users = users;
    this.tokens = tokens;
  }

  /// A token, if the address and the password are right.
  public Optional<String> token(String email, String password) {
    Optional<User> user = users.find(User.normalized(email));
    String hash = user.map(User::passwordHash).orElse(nobody);
    boolean matches = passwords.matches(password, hash);
    return user.filter(_ -> matches).map(tokens::sign);
  }

  /// Creates the user unless the address is taken; an existing one keeps its password.
  public void ensure(String email, String password, Set<Role> roles, @Nullable String merchantId) {
    if (users.find(User.normalized(email)).isEmpty()) {
      users.insert(new User(email, hash(password), roles, merchantId));
    }
  }

  private String hash(String password) {
    String hash = passwords.encode(password);
    if (hash == null) {
      throw new IllegalArgumentException("a password is not empty");
    }
    return hash;
  }
}
