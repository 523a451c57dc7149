package io.openvpos.settlement.console.page.bank;

import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.settlement.bankstatement.BankDifferences;
import io.openvpos.settlement.bankstatement.DifferenceDesk;
import io.openvpos.settlement.bankstatement.domain.BankDifference;
import io.openvpos.settlement.console.page.Console;
import io.openvpos.settlement.matter.MatterDesk.Outcome;
import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.matter.domain.Proposal;
import io.openvpos.settlement.written.WrittenText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// What the bank says and fits nothing here, until two people of finance have settled it.
@PageController
final class BankExceptionPages {

  static final String EXCEPTIONS = Console.START + "/bank-exceptions";

  private final BankDifferences differences;
  private final DifferenceDesk desk;

  BankExceptionPages(BankDifferences differences, DifferenceDesk bankDifferenceDesk) {
    this.differences = differences;
    desk = bankDifferenceDesk;
  }

  @Bean
  static NavEntry bankExceptionsEntry() {
    return Console.financeEntry(145, EXCEPTIONS, "bank.exceptions");
  }

  /// Those that are not settled, unless another state is asked for.
  @GetMapping(EXCEPTIONS)
  Rendering list(
      PageCaller caller,
      @RequestParam(defaultValue = "open") String status,
      @RequestParam(defaultValue = "") String after) {
    Console.requireFinance(caller);
    Matter.Status asked = Matter.Status.of(status).orElse(Matter.Status.OPEN);
    List<BankDifference> found =
        differences.list(
            new BankDifferences.Query(asked, null),
            after.isEmpty() ? null : after,
            Console.A_PAGE + 1);
    return caller
        .page("finance/bank-exceptions")
        .with("exceptions", Console.shown(found))
        .with("older", Console.hasMore(found) ? found.get(Console.A_PAGE - 1).id() : "")
        .with("asked", asked.code())
        .with("states", List.of(Matter.Status.values()))
        .rendering();
  }

  @GetMapping(EXCEPTIONS + "/{id}")
  Rendering one(PageCaller caller, @PathVariable String id) {
    Console.requireFinance(caller);
    return shown(caller, id).rendering();
  }

  @PostMapping(EXCEPTIONS + "/{id}/owner")
  Rendering take(PageCaller caller, @PathVariable String id) {
    String person = Console.financier(caller);
    there(id);
    return done(caller, id, desk.assign(id, person));
  }

  @PostMapping(EXCEPTIONS + "/{id}/notes")
  Rendering note(PageCaller caller, @PathVariable String id, PageForm form) {
    String person = Console.financier(caller);
    there(id);
    String text = form.text("text");
    PageErrors errors = caller.errors();
    WrittenText.faultOfRequired(text).ifPresent(code -> errors.reject("text", code));
    return errors.isEmpty()
        ? done(caller, id, desk.note(id, person, text))
        : shown(caller, id).rejected(form, errors).rendering();
  }

  @PostMapping(EXCEPTIONS + "/{id}/resolution")
  Rendering propose(PageCaller caller, @PathVariable String id, PageForm form) {
    String person = Console.financier(caller);
    there(id);
    Proposal proposal =
        new Proposal(form.text("kind"), form.text("note"), form.text("adjustment_id"));
    PageErrors errors = caller.errors();
    desk.faults(proposal).forEach(errors::reject);
    return errors.isEmpty()
        ? done(caller, id, desk.propose(id, proposal, person))
        : shown(caller, id).rejected(form, errors).rendering();
  }

  @PostMapping(EXCEPTIONS + "/{id}/confirmation")
  Rendering confirm(PageCaller caller, @PathVariable String id, PageForm form) {
    String person = Console.financier(caller);
    there(id);
    Optional<String> read = Optional.of(form.text("proposal"));
    return done(caller, id, desk.confirm(id, read, person));
  }

  private static Rendering done(PageCaller caller, String id, Outcome<BankDifference> outcome) {
    if (outcome instanceof Outcome.Refused<BankDifference>(String code)) {
      throw Console.refused(code);
    }
    return caller.redirect(EXCEPTIONS + "/" + id, "finance.noted");
  }

  private PageModel shown(PageCaller caller, String id) {
    BankDifference found = there(id);
    boolean mayWrite = Console.isFinancier(caller);
    Map<String, String> kinds = new LinkedHashMap<>();
    desk.kinds().forEach(kind -> kinds.put(kind, caller.text("finance.resolution." + kind)));
    return caller
        .page("finance/bank-exception")
        .with("exception", found)
        .with("kinds", kinds)
        .with("mayWrite", mayWrite)
        .with("maySettle", mayWrite && found.matter().status() != Matter.Status.RESOLVED);
  }

  private BankDifference there(String id) {
    return differences.find(id).orElseThrow(Console::notFound);
  }
}
