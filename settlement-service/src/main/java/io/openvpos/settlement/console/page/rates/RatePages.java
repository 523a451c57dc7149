package io.openvpos.settlement.console.page.rates;

import io.openvpos.messaging.access.Role;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.page.UploadedFile;
import io.openvpos.settlement.console.page.Console;
import io.openvpos.settlement.console.page.FileFault;
import io.openvpos.settlement.fx.RateDesk;
import io.openvpos.settlement.fx.RateIntake;
import io.openvpos.settlement.fx.RateTables;
import io.openvpos.settlement.fx.domain.RateTable;
import io.openvpos.settlement.fx.domain.RateTable.Outcome;
import io.openvpos.settlement.fx.xml.RefusedSheetException;
import io.openvpos.settlement.written.WrittenText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Exchange rates by date and version: read by everybody who is paid by them, imported and let
/// count by the acquirer's finance.
@PageController
final class RatePages {

  static final String RATES = Console.START + "/rates";
  private static final int NEWEST = 30;
  private static final Role[] READERS = {
    Role.ACQUIRER_FINANCE,
    Role.ACQUIRER_OPS,
    Role.AUDITOR,
    Role.MERCHANT_ADMIN,
    Role.MERCHANT_FINANCE
  };

  private final RateTables tables;
  private final RateDesk desk;
  private final RateIntake intake;

  RatePages(RateTables tables, RateDesk desk, RateIntake intake) {
    this.tables = tables;
    this.desk = desk;
    this.intake = intake;
  }

  @Bean
  static NavEntry ratesEntry() {
    return Console.everybodysEntry(160, RATES, "rates.menu");
  }

  /// The newest tables; of a date all its versions, and the one that its close converts by.
  @GetMapping(RATES)
  Rendering list(PageCaller caller, @RequestParam(defaultValue = "") String date) {
    caller.require(READERS);
    Optional<LocalDate> day = Console.date(date);
    PageErrors errors = caller.errors().check(date.isBlank() || day.isPresent(), "date", "invalid");
    PageModel page = listed(caller, day).with("errors", errors);
    return (errors.isEmpty() ? page : page.status(422)).rendering();
  }

  /// The form's file comes as a part; the frame has checked the token in the address.
  @PostMapping(RATES)
  Rendering take(PageCaller caller) {
    String person = Console.financier(caller);
    byte[] xml = UploadedFile.read(caller.exchange(), RateIntake.MOST_BYTES).bytes();
    if (xml.length == 0) {
      return refused(caller, List.of(FileFault.of(caller, "/", "required")));
    }
    if (xml.length > RateIntake.MOST_BYTES) {
      return refused(caller, List.of(FileFault.of(caller, "/", "file_too_large")));
    }
    try {
      RateDesk.Taken taken = intake.take(xml, person);
      return caller.redirect(
          RATES + "/" + taken.table().id(), taken.repeated() ? "rates.known" : "rates.taken");
    } catch (RefusedSheetException refused) {
      return refused(
          caller,
          refused.faults().stream()
              .map(fault -> FileFault.of(caller, fault.pointer(), fault.code()))
              .toList());
    }
  }

  @GetMapping(RATES + "/{id}")
  Rendering one(PageCaller caller, @PathVariable String id) {
    caller.require(READERS);
    return shown(caller, id).rendering();
  }

  @PostMapping(RATES + "/{id}/approval")
  Rendering approve(PageCaller caller, @PathVariable String id) {
    String person = Console.financier(caller);
    return done(caller, id, desk.approve(id, person));
  }

  @PostMapping(RATES + "/{id}/rejection")
  Rendering reject(PageCaller caller, @PathVariable String id, PageForm form) {
    String person = Console.financier(caller);
    PageModel page = shown(caller, id);
    PageErrors errors = caller.errors();
    WrittenText.faultOfRequired(form.text("reason"))
        .ifPresent(code -> errors.reject("reason", code));
    return errors.isEmpty()
        ? done(caller, id, desk.reject(id, person, form.text("reason")))
        : page.rejected(form, errors).rendering();
  }

  private Rendering refused(PageCaller caller, List<FileFault> faults) {
    return listed(caller, Optional.empty()).with("faults", faults).status(422).rendering();
  }

  private PageModel listed(PageCaller caller, Optional<LocalDate> day) {
    return caller
        .page("finance/rates")
        .with("tables", day.map(tables::ofDate).orElseGet(() -> tables.newest(NEWEST)))
        .with("asked", day.map(LocalDate::toString).orElse(""))
        .with("converting", day.flatMap(intake::convertingOn).map(RateTable::id).orElse(""))
        .with("faults", List.of())
        .with("mayImport", Console.isFinancier(caller));
  }

  private PageModel shown(PageCaller caller, String id) {
    RateTable table = tables.find(id).orElseThrow(Console::notFound).table();
    boolean waiting = table.status() == RateTable.Status.WAITING;
    Optional<RateTable> before = waiting ? tables.inForce(table.sheet().date()) : Optional.empty();
    return caller
        .page("finance/rate-table")
        .with("table", table)
        .with("before", before.stream().toList())
        .with("mayDecide", waiting && Console.isFinancier(caller));
  }

  private static Rendering done(PageCaller caller, String id, Optional<Outcome> outcome) {
    if (outcome.orElseThrow(Console::notFound) instanceof Outcome.Refused(String code)) {
      throw Console.refused(code);
    }
    return caller.redirect(RATES + "/" + id, "finance.noted");
  }
}
