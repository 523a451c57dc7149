package io.openvpos.merchant.staff;

import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.merchant.staff.UserAdmin.Change;
import io.openvpos.merchant.staff.UserAdmin.Invite;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may see and change whom, and what a request about a user must be; the same for the API and
/// the pages. A merchant's administrator has the merchant's own people and roles, the acquirer's
/// operators have everybody. Somebody else's person is 404.
@Component
public final class UserRules {

  private static final int MOST_EMAIL = 254;
  private static final int MOST_NAME = 100;
  private static final Pattern EMAIL =
      Pattern.compile("[a-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+");

  private final Users users;
  private final MerchantIds merchants;

  public UserRules(Users users, MerchantIds merchants) {
    this.users = users;
    this.merchants = merchants;
  }

  /// Requires somebody who manages users.
  public static void requireAdmin(Caller caller) {
    Access.require(caller, Role.ACQUIRER_OPS, Role.MERCHANT_ADMIN);
  }

  /// Whose users a caller means: a merchant's administrator always the own ones.
  ///
  /// @return the merchant's id; empty for the acquirer's staff
  public static Optional<String> house(Caller caller, @Nullable String wanted) {
    return caller.has(Role.ACQUIRER_OPS, Role.AUDITOR)
        ? Optional.ofNullable(wanted).filter(id -> !id.isBlank())
        : Optional.of(ownMerchant(caller));
  }

  /// The roles that may be given in a house.
  public static Set<Role> rolesOf(Optional<String> house) {
    Set<Role> roles = new HashSet<>(Set.of(Role.values()));
    if (house.isPresent()) {
      roles.retainAll(User.OF_MERCHANTS);
    } else {
      roles.removeAll(User.OF_MERCHANTS);
    }
    return roles;
  }

  public User visible(Caller caller, String email) {
    return users
        .find(User.normalized(email))
        .filter(user ->
            caller.has(Role.ACQUIRER_OPS, Role.AUDITOR)
                || ownMerchant(caller).equals(user.merchantId()))
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  public Invite invite(
      Caller caller,
      @Nullable String email,
      @Nullable String name,
      @Nullable List<String> roles,
      @Nullable String merchantId) {
    FieldErrors errors = new FieldErrors();
    Optional<String> house = house(caller, merchantId);
    String address = User.normalized(errors.required(email, "/email"));
    errors.check(
        address.isEmpty() || (address.length() <= MOST_EMAIL && EMAIL.matcher(address).matches()),
        "/email",
        "invalid_format");
    String called = name(errors, name);
    boolean known =
        house.isEmpty() || house.equals(caller.ownMerchant()) || merchants.exists(house.get());
    errors.check(known, "/merchant_id", "invalid");
    boolean foreign =
        merchantId != null && !merchantId.isBlank() && !house.equals(Optional.of(merchantId));
    errors.check(!foreign, "/merchant_id", "invalid");
    Set<Role> given = roles(errors, roles == null ? List.of() : roles, house);
    errors.throwIfAny();
    return new Invite(address, called, given, house.orElse(null));
  }

  /// A change of somebody visible.
  public Change change(
      User user, @Nullable String name, @Nullable List<String> roles, @Nullable Boolean active) {
    FieldErrors errors = new FieldErrors();
    String called = name == null ? null : name(errors, name);
    Set<Role> given =
        roles == null ? null : roles(errors, roles, Optional.ofNullable(user.merchantId()));
    errors.throwIfAny();
    return new Change(called, given, active);
  }

  private static String name(FieldErrors errors, @Nullable String name) {
    String called = errors.required(name, "/name");
    errors.check(
        called.getBytes(StandardCharsets.UTF_8).length <= MOST_NAME * 4
            && called.codePointCount(0, called.length()) <= MOST_NAME,
        "/name",
        "too_long");
    errors.check(called.codePoints().noneMatch(Character::isISOControl), "/name", "invalid");
    return called;
  }

  private static Set<Role> roles(FieldErrors errors, List<String> codes, Optional<String> house) {
    Set<Role> allowed = rolesOf(house);
    Set<Role> roles = new HashSet<>();
    boolean right = true;
    for (String code : codes) {
      Optional<Role> role = Role.of(String.valueOf(code)).filter(allowed::contains);
      role.ifPresent(roles::add);
      right = right && role.isPresent();
    }
    errors.check(!codes.isEmpty(), "/roles", "required");
    errors.check(right, "/roles", "invalid");
    return roles;
  }

  private static String ownMerchant(Caller caller) {
    return caller.ownMerchant().orElseThrow(() -> ProblemException.of(403, "forbidden"));
  }
}
