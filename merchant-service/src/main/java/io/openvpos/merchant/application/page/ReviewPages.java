package io.openvpos.merchant.application.page;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.application.Applications;
import io.openvpos.merchant.application.FileStore;
import io.openvpos.merchant.application.Reviewing;
import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.ApplicationStatus;
import io.openvpos.merchant.application.domain.Paper;
import io.openvpos.merchant.application.reading.RecommendationRequest;
import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// The staff's queue and one application with everything that can be done about it.
@PageController
final class ReviewPages {

  private static final String QUEUE = "/portal/applications";

  private final Applications applications;
  private final Reviewing reviewing;
  private final FileStore files;
  private final AuditRecords audit;

  ReviewPages(Applications applications, Reviewing reviewing, FileStore files, AuditRecords audit) {
    this.applications = applications;
    this.reviewing = reviewing;
    this.files = files;
    this.audit = audit;
  }

  @Bean
  static NavEntry applicationsEntry() {
    return NavEntry.of(110, QUEUE, "review.menu", Role.ACQUIRER_OPS, Role.AUDITOR);
  }

  @GetMapping(QUEUE)
  Rendering queue(PageCaller caller, @RequestParam(required = false) @Nullable String status) {
    caller.require(Role.ACQUIRER_OPS, Role.AUDITOR);
    Optional<ApplicationStatus> wanted = Optional.ofNullable(status).flatMap(ApplicationStatus::of);
    return caller
        .page("review/queue")
        .with("applications", applications.list(wanted))
        .with("statuses", ApplicationStatus.values())
        .with("status", wanted.map(ApplicationStatus::code).orElse(""))
        .rendering();
  }

  @GetMapping(QUEUE + "/{id}")
  Rendering read(PageCaller caller, @PathVariable String id) {
    caller.require(Role.ACQUIRER_OPS, Role.AUDITOR);
    return shown(caller, find(id)).rendering();
  }

  @GetMapping(QUEUE + "/{id}/papers/{fileId}")
  ResponseEntity<byte[]> paper(
      PageCaller caller, @PathVariable String id, @PathVariable String fileId) {
    caller.require(Role.ACQUIRER_OPS, Role.AUDITOR);
    Paper paper =
        find(id).papers().stream()
            .filter(one -> one.fileId().equals(fileId))
            .findFirst()
            .orElseThrow(() -> ProblemException.of(404, "not_found"));
    ContentDisposition attachment =
        ContentDisposition.attachment().filename(paper.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(paper.type().mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .body(files.read(paper.fileId()).orElseThrow());
  }

  @PostMapping(QUEUE + "/{id}/paper-requests")
  Rendering askForPapers(PageCaller caller, @PathVariable String id, PageForm form) {
    Actor by = reviewer(caller);
    String message = form.text("message");
    PageErrors errors = text(caller, message, "message");
    if (!errors.isEmpty()) {
      return shown(caller, find(id)).rejected(form, errors).rendering();
    }
    StepProblems.taken(reviewing.askForPapers(id, message, by));
    return caller.redirect(QUEUE + "/" + id, "review.asked");
  }

  @PostMapping(QUEUE + "/{id}/recommendation")
  Rendering recommend(PageCaller caller, @PathVariable String id, PageForm form) {
    Actor by = reviewer(caller);
    Application application = find(id);
    PageErrors errors = text(caller, form.text("note"), "note");
    if (!errors.isEmpty()) {
      return shown(caller, application).rejected(form, errors).rendering();
    }
    Reviewing.Terms terms =
        RecommendationRequest.read(
            new RecommendationRequest(form.text("note"), null, null, null), application.form());
    StepProblems.taken(reviewing.recommend(id, terms, by));
    return caller.redirect(QUEUE + "/" + id, "review.recommended");
  }

  @PostMapping(QUEUE + "/{id}/approval")
  Rendering approve(PageCaller caller, @PathVariable String id, PageForm form) {
    Actor by = reviewer(caller);
    Optional<String> read = Optional.of(form.text("recommendation"));
    StepProblems.taken(reviewing.approve(id, read, by));
    return caller.redirect(QUEUE + "/" + id, "review.approved");
  }

  @PostMapping(QUEUE + "/{id}/return")
  Rendering sendBack(PageCaller caller, @PathVariable String id) {
    StepProblems.taken(reviewing.sendBack(id, reviewer(caller)));
    return caller.redirect(QUEUE + "/" + id, "review.sent-back");
  }

  @PostMapping(QUEUE + "/{id}/rejection")
  Rendering reject(PageCaller caller, @PathVariable String id, PageForm form) {
    Actor by = reviewer(caller);
    PageErrors errors = text(caller, form.text("reason"), "reason");
    if (!errors.isEmpty()) {
      return shown(caller, find(id)).rejected(form, errors).rendering();
    }
    StepProblems.taken(reviewing.reject(id, form.text("reason"), by));
    return caller.redirect(QUEUE + "/" + id, "review.rejected");
  }

  private PageModel shown(PageCaller caller, Application application) {
    return caller
        .page("review/application")
        .with("filed", application)
        .with("applicant", application.form())
        .with("review", application.review())
        .with("missing", application.missing())
        .with("mayAct", caller.has(Role.ACQUIRER_OPS))
        .with("trail", audit.of("application:" + application.id()));
  }

  private Application find(String id) {
    return applications.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static Actor reviewer(PageCaller caller) {
    return Actors.of(caller.require(Role.ACQUIRER_OPS), caller.exchange());
  }

  private static PageErrors text(PageCaller caller, String text, String field) {
    return caller
        .errors()
        .check(!text.isEmpty(), field, "required")
        .check(text.length() <= 1_000, field, "too_long");
  }
}
