package io.openvpos.merchant.application.page;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.application.Accepting;
import io.openvpos.merchant.application.Accepting.Outcome;
import io.openvpos.merchant.application.Applying;
import io.openvpos.merchant.application.FileStore;
import io.openvpos.merchant.application.InvitedContacts;
import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.Application.Step;
import io.openvpos.merchant.application.domain.Paper;
import io.openvpos.merchant.application.domain.PaperKind;
import io.openvpos.merchant.application.domain.Review.Agreement;
import io.openvpos.merchant.application.domain.Review.Approval;
import io.openvpos.merchant.application.page.ApplicantCookie.Opened;
import io.openvpos.merchant.application.reading.PaperReading;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.page.UploadedFile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// The applicant's own application: what it waits for, papers, the agreement.
@PageController
final class StatusPages {

  private static final String STATUS = "/apply/status";

  private final Applying applying;
  private final Accepting accepting;
  private final ApplicantCookie cookie;
  private final FileStore files;
  private final InvitedContacts contacts;

  StatusPages(
      Applying applying,
      Accepting accepting,
      ApplicantCookie cookie,
      FileStore files,
      InvitedContacts contacts) {
    this.applying = applying;
    this.accepting = accepting;
    this.cookie = cookie;
    this.files = files;
    this.contacts = contacts;
  }

  /// The application that is open in this browser, or the way to open one.
  @GetMapping(STATUS)
  Rendering status(PageCaller caller) {
    return cookie
        .opened(caller)
        .map(opened -> shown(caller, opened).rendering())
        .orElseGet(() -> caller.page("apply/open").rendering());
  }

  @PostMapping(STATUS)
  Rendering open(PageCaller caller, PageForm form) {
    String reference = form.text("reference");
    String accessCode = form.text("access");
    Optional<Application> found = applying.open(reference, accessCode);
    if (found.isEmpty()) {
      PageErrors errors = caller.errors().reject("reference", "invalid");
      return caller.page("apply/open").rejected(form, errors).rendering();
    }
    cookie.open(caller, found.get().id(), accessCode);
    return caller.redirect(STATUS);
  }

  @PostMapping("/apply/status/close")
  Rendering close(PageCaller caller) {
    cookie.close(caller);
    return caller.redirect("/apply");
  }

  /// The form's files come as parts; the frame has checked the token in the address.
  @PostMapping("/apply/status/papers")
  Rendering attach(PageCaller caller) {
    Opened opened = opened(caller);
    UploadedFile sent = UploadedFile.read(caller.exchange(), Paper.MAX_BYTES);
    PageErrors errors = caller.errors();
    Optional<PaperKind> kind = PaperKind.of(sent.text("kind"));
    errors.check(kind.isPresent(), "kind", "invalid");
    errors.check(sent.bytes().length > 0, "file", "required");
    errors.check(sent.bytes().length <= Paper.MAX_BYTES, "file", "file_too_large");
    if (errors.isEmpty()) {
      try {
        taken(
            applying.attach(
                opened.application().id(),
                PaperReading.upload(kind.orElseThrow(), sent.name(), sent.bytes()),
                Actors.applicant(caller.exchange())));
        return caller.redirect(STATUS, "apply.paper-added");
      } catch (ProblemException refused) {
        errors.reject("file", refused.code());
      }
    }
    return shown(caller, opened).with("errors", errors).status(422).rendering();
  }

  @PostMapping("/apply/status/answer")
  Rendering answer(PageCaller caller) {
    String id = opened(caller).application().id();
    taken(applying.answer(id, Actors.applicant(caller.exchange())));
    return caller.redirect(STATUS, "apply.answered");
  }

  @PostMapping("/apply/status/withdrawal")
  Rendering withdraw(PageCaller caller) {
    String id = opened(caller).application().id();
    taken(applying.withdraw(id, Actors.applicant(caller.exchange())));
    return caller.redirect(STATUS, "apply.withdrawn");
  }

  @GetMapping("/apply/status/agreement-{language}.pdf")
  ResponseEntity<byte[]> agreement(PageCaller caller, @PathVariable String language) {
    Agreement agreement =
        agreements(opened(caller).application()).stream()
            .filter(one -> one.language().equals(language))
            .findFirst()
            .orElseThrow(() -> ProblemException.of(404, "not_found"));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .body(files.read(agreement.fileId()).orElseThrow());
  }

  /// The keys are on this one answer and nowhere else, so it is no redirect: loading it again asks
  /// before it sends the form again, and then shows no keys.
  @PostMapping("/apply/status/acceptance")
  Rendering accept(PageCaller caller, PageForm form) {
    Opened opened = opened(caller);
    PageErrors errors = caller.errors();
    String name = form.text("name");
    errors
        .check(!name.isEmpty(), "name", "required")
        .check(name.length() <= 140, "name", "too_long");
    errors.check(form.has("agreed"), "agreed", "required");
    if (!errors.isEmpty()) {
      return shown(caller, opened).rejected(form, errors).rendering();
    }
    String id = opened.application().id();
    Outcome outcome =
        accepting
            .accept(id, name, form.text("sha256"), Actors.applicant(caller.exchange()))
            .orElseThrow();
    return switch (outcome) {
      case Outcome.Opened made ->
          caller
              .page("apply/welcome")
              .with("merchant", made.merchant())
              .with("secretKey", made.secretKey().orElse(""))
              .with("publishableKey", made.publishableKey().orElse(""))
              .with("invitation", contacts.invite(made.application()).orElse(""))
              .rendering();
      case Outcome.Refused(Application.Refusal reason) ->
          throw ProblemException.of(409, reason.code());
    };
  }

  private PageModel shown(PageCaller caller, Opened opened) {
    Application application = opened.application();
    return caller
        .page("apply/status")
        .with("filed", application)
        .with("accessCode", opened.code())
        .with("missing", application.missing())
        .with("agreement", offered(application, caller))
        .with("kinds", kinds(caller));
  }

  /// The agreement in the applicant's language, as a list of one or none.
  private static List<Agreement> offered(Application application, PageCaller caller) {
    return agreements(application).stream()
        .filter(one -> one.language().equals(caller.language().getLanguage()))
        .toList();
  }

  private static List<Agreement> agreements(Application application) {
    Approval approval = application.review().approval();
    return approval == null ? List.of() : approval.agreements();
  }

  private static Map<String, String> kinds(PageCaller caller) {
    Map<String, String> kinds = new LinkedHashMap<>();
    Arrays.stream(PaperKind.values())
        .forEach(kind -> kinds.put(kind.code(), caller.text("paper." + kind.code())));
    return kinds;
  }

  private Opened opened(PageCaller caller) {
    return cookie.opened(caller).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static void taken(Optional<Step> step) {
    StepProblems.taken(step);
  }
}
