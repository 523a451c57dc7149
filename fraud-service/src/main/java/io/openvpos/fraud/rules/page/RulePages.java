package io.openvpos.fraud.rules.page;

import io.openvpos.fraud.rules.Publication;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSetDesk;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.judging.RuleFields;
import io.openvpos.fraud.rules.reading.RuleReading;
import io.openvpos.fraud.scoring.RuleBook;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Versions of the rules: the list, a draft's editor, and what two people do to put one in force.
@PageController
final class RulePages {

  private static final String RULES = "/portal/fraud/rules";
  private static final Role[] READERS = {Role.FRAUD_ANALYST, Role.AUDITOR};
  private static final int A_PAGE = 25;

  private final RuleSets sets;
  private final RuleSetDesk desk;
  private final RuleBook builtIn;

  RulePages(RuleSets sets, RuleSetDesk desk, RuleBook builtIn) {
    this.sets = sets;
    this.desk = desk;
    this.builtIn = builtIn;
  }

  /// The entry of the menu.
  @Configuration(proxyBeanMethods = false)
  static class Menu {
    @Bean
    NavEntry fraudRulesEntry() {
      return NavEntry.of(120, RULES, "fraud.rules", READERS);
    }
  }

  /// A version with its state.
  record Row(RuleSet set, String state) {}

  @GetMapping(RULES)
  Rendering list(PageCaller caller, @RequestParam(defaultValue = "") String before) {
    caller.require(READERS);
    int below = number(before).orElse(Integer.MAX_VALUE);
    List<RuleSet> found = sets.page(below, A_PAGE + 1);
    Publication publication = sets.publication();
    return caller
        .page("fraud/rules")
        .with(
            "sets",
            found.stream()
                .limit(A_PAGE)
                .map(set -> new Row(set, publication.stateOf(set)))
                .toList())
        .with("more", found.size() > A_PAGE ? found.get(A_PAGE - 1).number() : 0)
        .with("mayAct", caller.has(Role.FRAUD_ANALYST))
        .rendering();
  }

  /// The editor, filled with another version's rules: the live one's, or the newest's.
  @GetMapping(RULES + "/new")
  Rendering editor(PageCaller caller, @RequestParam(defaultValue = "") String from) {
    caller.require(Role.FRAUD_ANALYST);
    RuleSet base = from.isEmpty() ? base().orElse(null) : existing(from);
    String sheet = base == null ? "" : RuleSheet.write(base.rules());
    return editing(caller, sheet, "", List.of()).rendering();
  }

  @PostMapping(RULES)
  Rendering create(PageCaller caller, PageForm form) {
    String person = caller.require(Role.FRAUD_ANALYST).subject();
    String text = form.raw("sheet");
    String note = form.text("note");
    SheetErrors errors = new SheetErrors(caller, text);
    RuleSheet sheet = RuleSheet.parse(text);
    sheet.stray().ifPresent(errors::stray);
    try {
      List<RuleDefinition> rules = new RuleReading(builtIn).read(sheet.wish(note));
      if (errors.all().isEmpty()) {
        RuleSet made = desk.create(note, rules, person);
        return caller.redirect(RULES + "/" + made.number(), "fraud.noted");
      }
    } catch (ProblemException refused) {
      errors.add(sheet, refused);
    }
    return editing(caller, text, note, errors.all()).status(422).rendering();
  }

  @GetMapping(RULES + "/{id}")
  Rendering one(PageCaller caller, @PathVariable String id) {
    caller.require(READERS);
    RuleSet set = existing(id);
    Publication publication = sets.publication();
    Integer live = publication.live();
    List<RuleDefinition> inForce =
        live == null ? List.of() : sets.find(live).map(RuleSet::rules).orElse(List.of());
    return caller
        .page("fraud/rule-set")
        .with("set", set)
        .with("state", publication.stateOf(set))
        .with("live", live == null ? 0 : live)
        .with("diff", RuleDiff.between(inForce, set.rules()))
        .with(
            "steps", publication.steps().stream().filter(s -> s.number() == set.number()).toList())
        .with(
            "tried",
            publication.steps().stream()
                .anyMatch(s -> s.number() == set.number() && s.action().equals("shadow")))
        .with("mayAct", caller.has(Role.FRAUD_ANALYST))
        .with("own", set.author().equals(caller.staff().subject()))
        .rendering();
  }

  @PostMapping(RULES + "/{id}/{step:shadow|approve|activate|deactivate}")
  Rendering step(PageCaller caller, @PathVariable String id, @PathVariable String step) {
    String person = caller.require(Role.FRAUD_ANALYST).subject();
    RuleSet set = existing(id);
    Optional<String> refused =
        switch (step) {
          case "shadow" -> desk.shadow(set, person);
          case "approve" -> desk.approve(set, person);
          case "activate" -> desk.activate(set, person);
          default -> desk.deactivate(set, person);
        };
    refused.ifPresent(code -> {
      throw ProblemException.of(409, code);
    });
    return caller.redirect(RULES + "/" + set.number(), "fraud.noted");
  }

  private PageModel editing(
      PageCaller caller, String sheet, String note, List<SheetErrors.Shown> faults) {
    return caller
        .page("fraud/rule-editor")
        .with("sheet", sheet)
        .with("note", note)
        .with("faults", faults)
        .with("fields", RuleFields.all());
  }

  private Optional<RuleSet> base() {
    Integer live = sets.publication().live();
    return sets.find(live == null ? sets.newest() : live);
  }

  private RuleSet existing(String id) {
    return number(id).flatMap(sets::find).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static Optional<Integer> number(String id) {
    return id.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(id)) : Optional.empty();
  }
}
