package io.openvpos.settlement.console.page;

import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.page.UploadedFile;
import io.openvpos.settlement.chargeback.ChargebackDesk;
import io.openvpos.settlement.chargeback.Chargebacks;
import io.openvpos.settlement.chargeback.Evidence;
import io.openvpos.settlement.chargeback.EvidenceDesk;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.ChargebackStatus;
import io.openvpos.settlement.chargeback.domain.Move;
import io.openvpos.settlement.written.WrittenText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Chargebacks: the acquirer sees all, a merchant its own; merchant and operations answer.
@PageController
final class ChargebackPages {

  static final String CHARGEBACKS = ConsoleMenu.START + "/chargebacks";
  private static final Role[] ANSWERERS = {
    Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE, Role.ACQUIRER_OPS
  };
  private static final int A_PAGE = 50;

  private final Chargebacks chargebacks;
  private final ChargebackDesk desk;
  private final EvidenceDesk evidence;

  ChargebackPages(Chargebacks chargebacks, ChargebackDesk desk, EvidenceDesk evidence) {
    this.chargebacks = chargebacks;
    this.desk = desk;
    this.evidence = evidence;
  }

  @GetMapping(CHARGEBACKS)
  Rendering list(
      PageCaller caller,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String after) {
    String own = ownMerchant(caller);
    ChargebackStatus asked = ChargebackStatus.of(status).orElse(null);
    List<Chargeback> found =
        chargebacks.list(
            new Chargebacks.Query(asked, own, null), after.isEmpty() ? null : after, A_PAGE + 1);
    return caller
        .page("finance/chargebacks")
        .with("chargebacks", found.stream().limit(A_PAGE).toList())
        .with("older", found.size() > A_PAGE ? found.get(A_PAGE - 1).id() : "")
        .with("asked", asked == null ? "" : asked.code())
        .with("states", List.of(ChargebackStatus.values()))
        .with("ofAll", own == null)
        .rendering();
  }

  @GetMapping(CHARGEBACKS + "/{id}")
  Rendering one(PageCaller caller, @PathVariable String id) {
    return shown(caller, visible(caller, id)).rendering();
  }

  @GetMapping(CHARGEBACKS + "/{id}/evidence/{sha256}")
  ResponseEntity<byte[]> file(
      PageCaller caller, @PathVariable String id, @PathVariable String sha256) {
    visible(caller, id);
    Evidence.Kept kept =
        evidence.find(id, sha256).orElseThrow(() -> ProblemException.of(404, "not_found"));
    return ResponseEntity.ok()
        .header("Content-Type", kept.file().contentType())
        .header("Content-Disposition", "attachment")
        .header("X-Content-Type-Options", "nosniff")
        .body(kept.bytes());
  }

  /// The form's file comes as a part; the frame has checked the token in the address.
  @PostMapping(CHARGEBACKS + "/{id}/evidence")
  Rendering attach(PageCaller caller, @PathVariable String id) {
    Chargeback there = answerable(caller, id);
    UploadedFile sent = UploadedFile.read(caller.exchange(), EvidenceDesk.MAX_BYTES);
    PageErrors errors = caller.errors();
    EvidenceDesk.refusal(there).ifPresent(ChargebackPages::refuse);
    int bytes = sent.bytes().length;
    errors.check(bytes > 0, "file", "required");
    errors.check(bytes <= EvidenceDesk.MAX_BYTES, "file", "file_too_large");
    if (errors.isEmpty()) {
      Optional<Evidence.Kept> file = EvidenceDesk.fileOf(sent.bytes());
      errors.check(file.isPresent(), "file", "unsupported_file_type");
      file.ifPresent(kept -> {
        if (evidence.keep(id, kept).isEmpty()) {
          refuse("chargeback_evidence_full");
        }
      });
    }
    return errors.isEmpty()
        ? caller.redirect(CHARGEBACKS + "/" + id, "finance.noted")
        : shown(caller, there).with("errors", errors).status(422).rendering();
  }

  /// With every file of the case.
  @PostMapping(CHARGEBACKS + "/{id}/representment")
  Rendering represent(PageCaller caller, @PathVariable String id, PageForm form) {
    Chargeback there = answerable(caller, id);
    PageErrors errors = noted(caller, form);
    errors.check(!evidence.files(id).isEmpty(), "file", "required");
    return errors.isEmpty()
        ? done(
            caller,
            there,
            desk.represent(id, evidence.files(id), caller.staff().subject(), form.text("note")))
        : shown(caller, there).rejected(form, errors).rendering();
  }

  @PostMapping(CHARGEBACKS + "/{id}/acceptance")
  Rendering accept(PageCaller caller, @PathVariable String id, PageForm form) {
    Chargeback there = answerable(caller, id);
    PageErrors errors = noted(caller, form);
    return errors.isEmpty()
        ? done(caller, there, desk.accept(id, caller.staff().subject(), form.text("note")))
        : shown(caller, there).rejected(form, errors).rendering();
  }

  private static PageErrors noted(PageCaller caller, PageForm form) {
    PageErrors errors = caller.errors();
    WrittenText.fault(form.text("note")).ifPresent(code -> errors.reject("note", code));
    return errors;
  }

  private static Rendering done(PageCaller caller, Chargeback there, Move move) {
    if (move instanceof Move.Refused(String code)) {
      throw ProblemException.of(409, code).arg(there.claim().respondBy().toString());
    }
    return caller.redirect(CHARGEBACKS + "/" + there.id(), "finance.noted");
  }

  private static void refuse(String code) {
    throw ProblemException.of(409, code);
  }

  private PageModel shown(PageCaller caller, Chargeback one) {
    return caller
        .page("finance/chargeback")
        .with("chargeback", one)
        .with("files", evidence.files(one.id()))
        .with(
            "mayAnswer",
            one.status() == ChargebackStatus.RECEIVED
                && !desk.today().isAfter(one.claim().respondBy())
                && caller.has(ANSWERERS));
  }

  private Chargeback answerable(PageCaller caller, String id) {
    caller.require(ANSWERERS);
    return visible(caller, id);
  }

  /// Another merchant's case is not there.
  private Chargeback visible(PageCaller caller, String id) {
    String own = ownMerchant(caller);
    return chargebacks
        .find(id)
        .filter(one -> own == null || own.equals(one.sale().head().merchantId()))
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  /// Null for those who see every merchant's.
  private static @Nullable String ownMerchant(PageCaller caller) {
    return caller.has(ExceptionPages.READERS) ? null : caller.merchant(ConsoleMenu.MERCHANT);
  }
}
