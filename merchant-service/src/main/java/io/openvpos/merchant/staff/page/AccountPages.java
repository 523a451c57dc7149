package io.openvpos.merchant.staff.page;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.staff.OwnAccount;
import io.openvpos.merchant.staff.SignIn;
import io.openvpos.merchant.staff.TokenSigner;
import io.openvpos.merchant.staff.Users;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.merchant.staff.session.BrowserSessions;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.limits.RateLimits;
import io.openvpos.page.Cookies;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.page.PageSettings;
import io.openvpos.page.QrCode;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// One's own account: another password, the second factor. Both end all sessions; the one that
/// asked goes on as a new one.
@Hidden
@PageController
final class AccountPages {

  private final Users users;
  private final OwnAccount accounts;
  private final SignIn signIn;
  private final BrowserSessions sessions;
  private final RateLimits limits;
  private final PageSettings settings;

  AccountPages(
      Users users,
      OwnAccount accounts,
      SignIn signIn,
      BrowserSessions sessions,
      RateLimits limits,
      PageSettings settings) {
    this.users = users;
    this.accounts = accounts;
    this.signIn = signIn;
    this.sessions = sessions;
    this.limits = limits;
    this.settings = settings;
  }

  @GetMapping("/portal/account")
  Rendering account(PageCaller caller) {
    return accountPage(caller).rendering();
  }

  @PostMapping("/portal/account")
  Rendering changePassword(PageCaller caller, PageForm form) {
    User user = user(caller);
    PageErrors errors = caller.errors();
    limits.checkPassword(user.email());
    if (!signIn.knowsPassword(user.email(), form.raw("old_password"))) {
      errors.reject("old_password", "wrong_password");
    }
    PasswordForm.check(form, user, errors);
    if (!errors.isEmpty()) {
      return accountPage(caller).rejected(form, errors).rendering();
    }
    limits.signedIn(user.email());
    User changed =
        accounts
            .changePassword(user.email(), form.raw("new_password"), actor(caller))
            .orElseThrow(() -> ProblemException.of(404, "not_found"));
    goOn(caller, changed);
    return caller.redirect("/portal/account", "account.password-changed");
  }

  @GetMapping(BrowserSessions.SECOND_FACTOR_PAGE)
  Rendering secondFactor(PageCaller caller) {
    return user(caller).hasSecondFactor()
        ? caller.redirect("/portal/account")
        : secondFactorPage(caller).rendering();
  }

  /// The recovery codes are in this answer and nowhere else.
  @PostMapping(BrowserSessions.SECOND_FACTOR_PAGE)
  Rendering enrol(PageCaller caller, PageForm form) {
    User user = user(caller);
    if (user.hasSecondFactor()) {
      return caller.redirect("/portal/account");
    }
    limits.checkPassword(user.email());
    String secret = caller.session().map(sessions::pendingSecret).orElseThrow();
    Optional<List<String>> codes =
        accounts.enrol(user.email(), secret, form.text("code"), actor(caller));
    if (codes.isEmpty()) {
      return secondFactorPage(caller)
          .rejected(form, caller.errors().reject("code", "wrong_code"))
          .rendering();
    }
    limits.signedIn(user.email());
    goOn(caller, user(caller));
    return caller.page("staff/recovery-codes").with("codes", codes.get()).rendering();
  }

  private PageModel accountPage(PageCaller caller) {
    return caller.page("staff/account").with("user", user(caller));
  }

  private PageModel secondFactorPage(PageCaller caller) {
    String secret = caller.session().map(sessions::pendingSecret).orElseThrow();
    String uri = AppLink.of(caller.staff().subject(), secret);
    return caller
        .page("staff/second-factor")
        .with("secret", secret.replaceAll("(.{4})(?=.)", "$1 "))
        .with("qr", QrCode.dataUri(uri));
  }

  private User user(PageCaller caller) {
    return users
        .find(caller.staff().subject())
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private void goOn(PageCaller caller, User user) {
    caller.session().ifPresent(sessions::end);
    caller
        .exchange()
        .getResponse()
        .addCookie(
            Cookies.session(sessions.open(user), TokenSigner.LIFETIME, settings.secureCookies()));
  }

  private static Actor actor(PageCaller caller) {
    return Actors.of(caller.staff(), caller.exchange());
  }
}
