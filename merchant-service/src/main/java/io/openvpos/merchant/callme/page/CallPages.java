package io.openvpos.merchant.callme.page;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.callme.CallDesk;
import io.openvpos.merchant.callme.CallDesk.Wish;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// The public form, and the list of those who wait.
@PageController
final class CallPages {

  private static final String FORM = "/apply/call-me";
  private static final String LIST = "/portal/calls";

  private final CallDesk desk;

  CallPages(CallDesk desk) {
    this.desk = desk;
  }

  @Bean
  static NavEntry callsEntry() {
    return NavEntry.of(140, LIST, "callme.menu", Role.ACQUIRER_OPS, Role.AUDITOR);
  }

  @GetMapping(FORM)
  Rendering form(PageCaller caller) {
    return caller.page("callme/form").rendering();
  }

  @PostMapping(FORM)
  Rendering ask(PageCaller caller, PageForm form) {
    FieldErrors found = new FieldErrors();
    Wish wish = new Wish(form.text("name"), form.text("phone"), form.text("note"));
    var _ =
        desk.take(
            wish, caller.language().getLanguage(), found, Actors.applicant(caller.exchange()));
    PageErrors errors = caller.errors();
    try {
      found.throwIfAny();
    } catch (ProblemException problem) {
      return caller.page("callme/form").rejected(form, errors.add(problem)).rendering();
    }
    return caller.redirect("/apply", "callme.taken");
  }

  @GetMapping(LIST)
  Rendering list(PageCaller caller) {
    caller.require(Role.ACQUIRER_OPS, Role.AUDITOR);
    return caller
        .page("callme/list")
        .with("calls", desk.open())
        .with("mayAct", caller.has(Role.ACQUIRER_OPS))
        .rendering();
  }

  @PostMapping(LIST + "/{id}")
  Rendering called(PageCaller caller, @PathVariable String id) {
    var by = Actors.of(caller.require(Role.ACQUIRER_OPS), caller.exchange());
    if (desk.called(id, by).isEmpty()) {
      throw ProblemException.of(404, "not_found");
    }
    return caller.redirect(LIST, "callme.done");
  }
}
