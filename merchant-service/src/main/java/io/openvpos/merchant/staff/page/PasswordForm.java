package io.openvpos.merchant.staff.page;

import io.openvpos.merchant.staff.domain.PasswordRules;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;

/// A new password, typed twice.
final class PasswordForm {

  private PasswordForm() {}

  static void check(PageForm form, User user, PageErrors errors) {
    String password = form.raw("new_password");
    PasswordRules.fault(password, user.email(), user.name())
        .ifPresent(fault -> errors.reject("new_password", fault));
    errors.check(
        password.equals(form.raw("repeated_password")), "repeated_password", "password_differs");
  }
}
