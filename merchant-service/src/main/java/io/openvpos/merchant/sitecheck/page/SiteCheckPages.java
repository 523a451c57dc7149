package io.openvpos.merchant.sitecheck.page;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.sitecheck.SiteChecks;
import io.openvpos.merchant.sitecheck.SiteChecks.Opinion;
import io.openvpos.merchant.sitecheck.SitesToCheck;
import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.SiteCheck;
import io.openvpos.merchant.sitecheck.domain.SiteToCheck;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// The newest check of an application's site: each criterion, what was seen, and a person's word
/// beside it.
@PageController
final class SiteCheckPages {

  private static final String PATH = "/portal/applications/{id}/site-check";
  private static final int LONGEST_NOTE = 2_000;

  private final SiteChecks checks;
  private final SitesToCheck sites;

  SiteCheckPages(SiteChecks checks, SitesToCheck sites) {
    this.checks = checks;
    this.sites = sites;
  }

  @GetMapping(PATH)
  Rendering read(PageCaller caller, @PathVariable String id) {
    caller.require(Role.ACQUIRER_OPS, Role.AUDITOR);
    site(id);
    return shown(caller, id).rendering();
  }

  @PostMapping(PATH)
  Rendering again(PageCaller caller, @PathVariable String id) {
    Actor by = operator(caller);
    var _ = checks.run(site(id), by);
    return caller.redirect(path(id), "sitecheck.asked");
  }

  @PostMapping(PATH + "/{number}/{criterion}")
  Rendering decide(
      PageCaller caller,
      @PathVariable String id,
      @PathVariable int number,
      @PathVariable String criterion,
      PageForm form) {
    Actor by = operator(caller);
    site(id);
    Criterion asked =
        Criterion.of(criterion).orElseThrow(() -> ProblemException.of(404, "not_found"));
    String note = form.text("note");
    PageErrors errors =
        caller
            .errors()
            .check(!note.isEmpty(), "note", "required")
            .check(note.length() <= LONGEST_NOTE, "note", "too_long");
    if (!errors.isEmpty()) {
      return shown(caller, id).rejected(form, errors).rendering();
    }
    Opinion opinion = new Opinion(asked, form.text("decision").equals("passed"), note);
    return switch (checks.decide(id, number, opinion, by)) {
      case DONE -> caller.redirect(path(id), "sitecheck.decided");
      case NOT_ENDED -> throw ProblemException.of(409, "site_check_running");
      case NO_SUCH_CHECK -> throw ProblemException.of(404, "not_found");
    };
  }

  private PageModel shown(PageCaller caller, String id) {
    Optional<SiteCheck> latest = checks.latest(id);
    PageModel model =
        caller.page("sitecheck/check").with("id", id).with("mayAct", caller.has(Role.ACQUIRER_OPS));
    return latest.isEmpty() ? model : model.with("check", latest.get());
  }

  private SiteToCheck site(String id) {
    return sites.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static Actor operator(PageCaller caller) {
    return Actors.of(caller.require(Role.ACQUIRER_OPS), caller.exchange());
  }

  private static String path(String id) {
    return "/portal/applications/" + id + "/site-check";
  }
}
