package io.openvpos.merchant.staff.page;

import io.openvpos.merchant.staff.SignIn;
import io.openvpos.merchant.staff.SignIn.Outcome;
import io.openvpos.merchant.staff.TokenSigner;
import io.openvpos.merchant.staff.domain.PasswordRules;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.merchant.staff.session.BrowserSessions;
import io.openvpos.messaging.limits.RateLimits;
import io.openvpos.page.Cookies;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.page.PageSettings;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Signing in and out. Every sign-in begins a session of its own and ends the one before.
@Hidden
@PageController
final class SignInPages {

  private static final String START = "/portal";
  private static final int MOST = 254;

  private final SignIn signIn;
  private final BrowserSessions sessions;
  private final RateLimits limits;
  private final PageSettings settings;

  SignInPages(SignIn signIn, BrowserSessions sessions, RateLimits limits, PageSettings settings) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.limits = limits;
    this.settings = settings;
  }

  @GetMapping("/portal/sign-in")
  Rendering form(PageCaller caller, @RequestParam(defaultValue = START) String next) {
    return page(caller, next).rendering();
  }

  @PostMapping("/portal/sign-in")
  Rendering signIn(PageCaller caller, PageForm form) {
    limits.checkSignIn(caller.exchange().getRequest());
    String email = form.text("email");
    String password = form.raw("password");
    String code = form.text("code");
    if (email.isEmpty() || password.isEmpty() || isTooLong(email, password, code)) {
      return refused(caller, form, "sign-in.wrong");
    }
    limits.checkPassword(User.normalized(email));
    return switch (signIn.attempt(email, password, code)) {
      case Outcome.Passed passed -> signedIn(caller, passed.user(), form.text("next"));
      case Outcome.CodeRequired _ -> refused(caller, form, "sign-in.code-required");
      case Outcome.Wrong _ -> refused(caller, form, "sign-in.wrong");
    };
  }

  private Rendering signedIn(PageCaller caller, User user, String next) {
    limits.signedIn(user.email());
    caller.session().ifPresent(sessions::end);
    caller
        .exchange()
        .getResponse()
        .addCookie(
            Cookies.session(sessions.open(user), TokenSigner.LIFETIME, settings.secureCookies()));
    return caller.redirect(own(next));
  }

  private static Rendering refused(PageCaller caller, PageForm form, String textKey) {
    return page(caller, form.text("next"))
        .with("refusal", caller.text(textKey))
        .rejected(form, caller.errors())
        .rendering();
  }

  private static PageModel page(PageCaller caller, String next) {
    return caller.page("staff/sign-in").with("next", own(next)).with("refusal", "");
  }

  /// Only to a page of ours: a link could name another site as the next page.
  private static String own(String next) {
    boolean ours =
        next.equals(START)
            || (next.startsWith("/portal/")
                && next.length() <= 500
                && next.chars().allMatch(letter -> letter > ' ' && letter < 127)
                && next.indexOf('\\') < 0);
    return ours ? next : START;
  }

  private static boolean isTooLong(String email, String password, String code) {
    return email.length() > MOST
        || code.length() > MOST
        || password.getBytes(StandardCharsets.UTF_8).length > PasswordRules.MOST_BYTES;
  }
}
