package io.openvpos.fraud.backtest.page;

import io.openvpos.fraud.backtest.BackTest;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// A version tried on the payments of the last days; the answer is the page.
@PageController
final class BackTestPages {

  private static final String PATH = "/portal/fraud/rules/{id}/back-test";

  private final BackTest backTest;
  private final RuleSets sets;

  BackTestPages(BackTest backTest, RuleSets sets) {
    this.backTest = backTest;
    this.sets = sets;
  }

  @GetMapping(PATH)
  Rendering form(PageCaller caller, @PathVariable String id) {
    caller.require(Role.FRAUD_ANALYST);
    return page(caller, existing(id)).rendering();
  }

  @PostMapping(PATH)
  Rendering run(PageCaller caller, @PathVariable String id, PageForm form) {
    caller.require(Role.FRAUD_ANALYST);
    RuleSet set = existing(id);
    PageErrors errors = caller.errors();
    BackTest.Span span = SpanFields.read(form, errors);
    if (!errors.isEmpty()) {
      return page(caller, set).rejected(form, errors).rendering();
    }
    return page(caller, set)
        .with("form", form.shownAgain())
        .with("report", backTest.run(set, span))
        .rendering();
  }

  private static PageModel page(PageCaller caller, RuleSet set) {
    return caller
        .page("fraud/back-test")
        .with("set", set)
        .with("modes", SpanFields.modes(caller))
        .with("shares", new Shares(caller));
  }

  private RuleSet existing(String id) {
    if (!id.matches("[1-9][0-9]{0,8}")) {
      throw ProblemException.of(404, "not_found");
    }
    return sets.find(Integer.parseInt(id)).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
