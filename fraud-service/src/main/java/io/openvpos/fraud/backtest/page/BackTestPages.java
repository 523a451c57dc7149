package io.openvpos.fraud.backtest.page;

import io.openvpos.fraud.backtest.BackTest;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// A version tried on the payments of the last days; the answer is the page.
@PageController
final class BackTestPages {

  private static final String PATH = "/portal/fraud/rules/{id}/back-test";
  private static final int MOST_DAYS = 90;
  private static final int BASIS_POINTS = 10_000;

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
    String typed = form.text("days");
    PageErrors errors = caller.errors();
    boolean number = typed.matches("[0-9]{1,2}");
    errors.check(number, "days", typed.isEmpty() ? "required" : "out_of_range");
    int days = number ? Integer.parseInt(typed) : 0;
    errors.check(days >= 1 && days <= MOST_DAYS, "days", "out_of_range");
    if (!errors.isEmpty()) {
      return page(caller, set).rejected(form, errors).rendering();
    }
    return page(caller, set)
        .with("form", form.shownAgain())
        .with("report", backTest.run(set, new BackTest.Span(days, mode(form.text("mode")))))
        .rendering();
  }

  /// Shares as the page writes them.
  record Shares(PageCaller caller) {

    /// A dash for what is no number: nothing to divide by.
    public String of(double share) {
      return Double.isNaN(share) ? "–" : caller.format().rate(Math.round(share * BASIS_POINTS));
    }
  }

  private static PageModel page(PageCaller caller, RuleSet set) {
    Map<String, String> modes = new LinkedHashMap<>();
    modes.put("", caller.text("fraud.mode.both"));
    Stream.of(Mode.values())
        .forEach(mode -> modes.put(mode.code(), caller.text("fraud.mode." + mode.code())));
    return caller
        .page("fraud/back-test")
        .with("set", set)
        .with("modes", modes)
        .with("shares", new Shares(caller));
  }

  private static @Nullable Mode mode(String code) {
    return Stream.of(Mode.values()).filter(one -> one.code().equals(code)).findFirst().orElse(null);
  }

  private RuleSet existing(String id) {
    if (!id.matches("[1-9][0-9]{0,8}")) {
      throw ProblemException.of(404, "not_found");
    }
    return sets.find(Integer.parseInt(id)).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
