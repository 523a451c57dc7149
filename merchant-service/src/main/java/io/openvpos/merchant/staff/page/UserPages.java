package io.openvpos.merchant.staff.page;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.staff.UserAdmin;
import io.openvpos.merchant.staff.UserAdmin.Change;
import io.openvpos.merchant.staff.UserAdmin.Invite;
import io.openvpos.merchant.staff.UserAdmin.Invited;
import io.openvpos.merchant.staff.UserAdmin.Outcome;
import io.openvpos.merchant.staff.UserRules;
import io.openvpos.merchant.staff.Users;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Users and their roles. A merchant's administrator sees the own ones; an operator of the acquirer
/// the acquirer's, or those of the merchant that is asked for.
@Hidden
@PageController
final class UserPages {

  private static final String LIST = "/portal/users";
  private static final int MOST = 200;

  private final Users users;
  private final UserAdmin admin;
  private final UserRules rules;

  UserPages(Users users, UserAdmin admin, UserRules rules) {
    this.users = users;
    this.admin = admin;
    this.rules = rules;
  }

  @GetMapping(LIST)
  Rendering list(
      PageCaller caller, @RequestParam(name = "merchant_id", defaultValue = "") String merchantId) {
    return listPage(caller, merchantId).rendering();
  }

  @PostMapping(LIST)
  Rendering invite(PageCaller caller, PageForm form) {
    UserRules.requireAdmin(caller.staff());
    String merchantId = form.text("merchant_id");
    try {
      Invite invite =
          rules.invite(
              caller.staff(), form.text("email"), form.text("name"), form.all("roles"), merchantId);
      Optional<Invited> invited = admin.invite(invite, actor(caller));
      return invited.isPresent()
          ? linkPage(caller, invited.get())
          : listPage(caller, merchantId)
              .rejected(form, caller.errors().reject("email", "email_taken"))
              .rendering();
    } catch (ProblemException problem) {
      if (problem.fields().isEmpty()) {
        throw problem;
      }
      return listPage(caller, merchantId).rejected(form, caller.errors().add(problem)).rendering();
    }
  }

  @GetMapping("/portal/users/{email}")
  Rendering user(PageCaller caller, @PathVariable String email) {
    UserRules.requireAdmin(caller.staff());
    return userPage(caller, rules.visible(caller.staff(), email)).rendering();
  }

  @PostMapping("/portal/users/{email}")
  Rendering change(PageCaller caller, PageForm form, @PathVariable String email) {
    UserRules.requireAdmin(caller.staff());
    User user = rules.visible(caller.staff(), email);
    boolean active = form.text("active").equals("true");
    try {
      Change change = rules.change(user, name(form, user), form.all("roles"), active);
      Outcome outcome = admin.change(user.email(), change, actor(caller));
      String refusal =
          switch (outcome) {
            case Outcome.Changed _ -> "";
            case Outcome.Unknown _ -> throw ProblemException.of(404, "not_found");
            case Outcome.OwnAccount _ -> "problem.own_account.detail";
            case Outcome.LastAdmin _ -> "problem.last_admin.detail";
          };
      return refusal.isEmpty()
          ? caller.redirect(path(user), "users.changed")
          : userPage(caller, user)
              .status(409)
              .with("refusal", caller.problemText(refusal))
              .rendering();
    } catch (ProblemException problem) {
      if (problem.fields().isEmpty()) {
        throw problem;
      }
      return userPage(caller, user).rejected(form, caller.errors().add(problem)).rendering();
    }
  }

  @PostMapping("/portal/users/{email}/invitation")
  Rendering inviteAgain(PageCaller caller, @PathVariable String email) {
    UserRules.requireAdmin(caller.staff());
    User user = rules.visible(caller.staff(), email);
    return admin
        .inviteAgain(user.email(), actor(caller))
        .map(invited -> linkPage(caller, invited))
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  /// For somebody who lost both the app and the recovery codes. Not for oneself.
  @PostMapping("/portal/users/{email}/second-factor")
  Rendering removeSecondFactor(PageCaller caller, @PathVariable String email) {
    UserRules.requireAdmin(caller.staff());
    User user = rules.visible(caller.staff(), email);
    if (user.email().equals(caller.staff().subject())) {
      throw ProblemException.of(409, "own_account");
    }
    admin.removeSecondFactor(user.email(), actor(caller));
    return caller.redirect(path(user), "users.second-factor-removed");
  }

  private PageModel listPage(PageCaller caller, String merchantId) {
    Caller.Staff staff = caller.require(Role.ACQUIRER_OPS, Role.MERCHANT_ADMIN);
    Optional<String> house = UserRules.house(staff, merchantId);
    return caller
        .page("staff/users")
        .with("users", users.of(house.orElse(null), "", MOST))
        .with("roles", codes(house))
        .with("house", house.orElse(""))
        .with("acquirer", staff.has(Role.ACQUIRER_OPS));
  }

  private static PageModel userPage(PageCaller caller, User user) {
    return caller
        .page("staff/user")
        .with("user", user)
        .with("held", user.roles().stream().map(Role::code).toList())
        .with("roles", codes(Optional.ofNullable(user.merchantId())))
        .with("own", user.email().equals(caller.staff().subject()))
        .with("refusal", "");
  }

  /// The link is in this answer and nowhere else.
  private static Rendering linkPage(PageCaller caller, Invited invited) {
    return caller
        .page("staff/invited")
        .with("email", invited.user().email())
        .with("path", "/portal/invitation?token=" + invited.token())
        .with("back", path(invited.user()))
        .rendering();
  }

  private static String name(PageForm form, User user) {
    return form.text("name").isEmpty() && user.name().isEmpty() ? "-" : form.text("name");
  }

  private static List<String> codes(Optional<String> house) {
    return UserRules.rolesOf(house).stream().map(Role::code).sorted().toList();
  }

  private static String path(User user) {
    return LIST + "/" + URLEncoder.encode(user.email(), StandardCharsets.UTF_8);
  }

  private static Actor actor(PageCaller caller) {
    return Actors.of(caller.staff(), caller.exchange());
  }
}
