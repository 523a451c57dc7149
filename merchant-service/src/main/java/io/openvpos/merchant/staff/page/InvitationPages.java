package io.openvpos.merchant.staff.page;

import io.openvpos.merchant.staff.OwnAccount;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.limits.ClientAddress;
import io.openvpos.messaging.limits.RateLimits;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// The first password, by the link of an invitation. A link that is over or was used is 404.
@Hidden
@PageController
final class InvitationPages {

  private final OwnAccount accounts;
  private final RateLimits limits;

  InvitationPages(OwnAccount accounts, RateLimits limits) {
    this.accounts = accounts;
    this.limits = limits;
  }

  @GetMapping("/portal/invitation")
  Rendering form(PageCaller caller, @RequestParam(defaultValue = "") String token) {
    return page(caller, token, invited(token)).rendering();
  }

  @PostMapping("/portal/invitation")
  Rendering accept(PageCaller caller, PageForm form) {
    limits.checkSignIn(caller.exchange().getRequest());
    String token = form.text("token");
    User user = invited(token);
    PageErrors errors = caller.errors();
    PasswordForm.check(form, user, errors);
    if (!errors.isEmpty()) {
      return page(caller, token, user).rejected(form, errors).rendering();
    }
    String from = ClientAddress.of(caller.exchange().getRequest());
    return accounts
        .accept(token, form.raw("new_password"), from)
        .map(_ -> caller.redirect("/portal/sign-in", "invitation.accepted"))
        .orElseThrow(InvitationPages::over);
  }

  private User invited(String token) {
    return accounts.invited(token).orElseThrow(InvitationPages::over);
  }

  private static PageModel page(PageCaller caller, String token, User user) {
    return caller.page("staff/invitation").with("token", token).with("email", user.email());
  }

  private static ProblemException over() {
    return ProblemException.of(404, "invitation_over");
  }
}
