package io.openvpos.settlement.console.page;

import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.settlement.payout.ReleaseDesk;
import io.openvpos.settlement.payout.domain.Release.Outcome;
import io.openvpos.settlement.payout.domain.ReleaseStore;
import io.openvpos.settlement.payout.domain.ReleaseStore.FileToRelease;
import io.openvpos.settlement.written.WrittenText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Payout files and their release by two people.
@PageController
final class PayoutPages {

  static final String PAYOUTS = ConsoleMenu.START + "/payouts";
  private static final int A_PAGE = 50;

  private final ReleaseStore files;
  private final ReleaseDesk desk;

  PayoutPages(ReleaseStore files, ReleaseDesk desk) {
    this.files = files;
    this.desk = desk;
  }

  @GetMapping(PAYOUTS)
  Rendering list(PageCaller caller, @RequestParam(defaultValue = "") String after) {
    caller.require(ConsoleMenu.FINANCE);
    List<FileToRelease> found = files.list(null, null, after.isEmpty() ? null : after, A_PAGE + 1);
    return caller
        .page("finance/payouts")
        .with("files", found.stream().limit(A_PAGE).toList())
        .with("older", found.size() > A_PAGE ? found.get(A_PAGE - 1).messageId() : "")
        .rendering();
  }

  @GetMapping(PAYOUTS + "/{id}")
  Rendering one(PageCaller caller, @PathVariable String id) {
    caller.require(ConsoleMenu.FINANCE);
    return shown(caller, id).rendering();
  }

  @PostMapping(PAYOUTS + "/{id}/release")
  Rendering release(PageCaller caller, @PathVariable String id, PageForm form) {
    String person = caller.require(Role.ACQUIRER_FINANCE).subject();
    done(desk.release(id, Optional.of(form.text("steps")), person));
    return caller.redirect(PAYOUTS + "/" + id, "finance.release.noted");
  }

  @PostMapping(PAYOUTS + "/{id}/reject")
  Rendering reject(PageCaller caller, @PathVariable String id, PageForm form) {
    String person = caller.require(Role.ACQUIRER_FINANCE).subject();
    String reason = form.text("reason");
    PageErrors errors = caller.errors();
    WrittenText.faultOfRequired(reason).ifPresent(code -> errors.reject("reason", code));
    if (!errors.isEmpty()) {
      return shown(caller, id).rejected(form, errors).rendering();
    }
    done(desk.reject(id, person, reason));
    return caller.redirect(PAYOUTS + "/" + id, "finance.release.rejected");
  }

  private PageModel shown(PageCaller caller, String id) {
    FileToRelease file = files.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
    return caller
        .page("finance/payout")
        .with("file", file)
        .with("mayAct", caller.has(Role.ACQUIRER_FINANCE));
  }

  private static void done(Optional<Outcome> outcome) {
    Outcome made = outcome.orElseThrow(() -> ProblemException.of(404, "not_found"));
    if (made instanceof Outcome.Refused(var reason)) {
      throw ProblemException.of(409, reason.name().toLowerCase(Locale.ROOT));
    }
  }
}
