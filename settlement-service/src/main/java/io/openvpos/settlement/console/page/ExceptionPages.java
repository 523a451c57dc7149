package io.openvpos.settlement.console.page;

import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.settlement.matter.MatterDesk.Outcome;
import io.openvpos.settlement.matter.domain.Matter.Status;
import io.openvpos.settlement.matter.domain.Proposal;
import io.openvpos.settlement.reconciliation.Discrepancies;
import io.openvpos.settlement.reconciliation.DiscrepancyDesk;
import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import io.openvpos.settlement.written.WrittenText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// What network and platform do not agree on, until two people of finance have settled it.
@PageController
final class ExceptionPages {

  static final String EXCEPTIONS = ConsoleMenu.START + "/exceptions";
  static final Role[] READERS = {Role.ACQUIRER_FINANCE, Role.ACQUIRER_OPS, Role.AUDITOR};
  private static final Role[] WRITERS = {Role.ACQUIRER_FINANCE, Role.ACQUIRER_OPS};
  private static final int A_PAGE = 50;

  private final Discrepancies exceptions;
  private final DiscrepancyDesk desk;

  ExceptionPages(Discrepancies exceptions, DiscrepancyDesk desk) {
    this.exceptions = exceptions;
    this.desk = desk;
  }

  /// Those that are not settled, unless another state is asked for.
  @GetMapping(EXCEPTIONS)
  Rendering list(
      PageCaller caller,
      @RequestParam(defaultValue = "open") String status,
      @RequestParam(defaultValue = "") String after) {
    caller.require(READERS);
    Status asked = Status.of(status).orElse(Status.OPEN);
    List<Discrepancy> found =
        exceptions.list(
            new Discrepancies.Query(asked, null, null), after.isEmpty() ? null : after, A_PAGE + 1);
    return caller
        .page("finance/exceptions")
        .with("exceptions", found.stream().limit(A_PAGE).toList())
        .with("older", found.size() > A_PAGE ? found.get(A_PAGE - 1).id() : "")
        .with("asked", asked.code())
        .with("states", List.of(Status.values()))
        .rendering();
  }

  @GetMapping(EXCEPTIONS + "/{id}")
  Rendering one(PageCaller caller, @PathVariable String id) {
    caller.require(READERS);
    return shown(caller, id).rendering();
  }

  @PostMapping(EXCEPTIONS + "/{id}/owner")
  Rendering take(PageCaller caller, @PathVariable String id) {
    String person = caller.require(WRITERS).subject();
    there(id);
    return done(caller, id, desk.assign(id, person));
  }

  @PostMapping(EXCEPTIONS + "/{id}/notes")
  Rendering note(PageCaller caller, @PathVariable String id, PageForm form) {
    String person = caller.require(WRITERS).subject();
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
    String person = caller.require(Role.ACQUIRER_FINANCE).subject();
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
    String person = caller.require(Role.ACQUIRER_FINANCE).subject();
    there(id);
    Optional<String> read = Optional.of(form.text("proposal"));
    return done(caller, id, desk.confirm(id, read, person));
  }

  private static Rendering done(PageCaller caller, String id, Outcome<Discrepancy> outcome) {
    if (outcome instanceof Outcome.Refused<Discrepancy>(String code)) {
      throw ProblemException.of(code.equals("four_eyes") ? 403 : 409, code);
    }
    return caller.redirect(EXCEPTIONS + "/" + id, "finance.noted");
  }

  private PageModel shown(PageCaller caller, String id) {
    Discrepancy found = there(id);
    boolean open = found.matter().status() != Status.RESOLVED;
    Map<String, String> kinds = new LinkedHashMap<>();
    desk.kinds().forEach(kind -> kinds.put(kind, caller.text("finance.resolution." + kind)));
    return caller
        .page("finance/exception")
        .with("exception", found)
        .with("kinds", kinds)
        .with("mayWrite", caller.has(WRITERS))
        .with("maySettle", open && caller.has(Role.ACQUIRER_FINANCE));
  }

  private Discrepancy there(String id) {
    return exceptions.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
