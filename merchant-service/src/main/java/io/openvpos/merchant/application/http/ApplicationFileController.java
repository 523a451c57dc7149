package io.openvpos.merchant.application.http;

import io.openvpos.merchant.application.FileStore;
import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.Paper;
import io.openvpos.merchant.application.domain.PaperType;
import io.openvpos.merchant.application.domain.Review.Agreement;
import io.openvpos.merchant.application.domain.Review.Approval;
import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// An application's papers and agreements as files, for the applicant by the code and for staff. A
/// paper is never shown inside a page: it comes from a stranger.
@RestController
final class ApplicationFileController {

  private final ApplicantAccess access;
  private final FileStore files;

  ApplicationFileController(ApplicantAccess access, FileStore files) {
    this.access = access;
    this.files = files;
  }

  @GetMapping("/v1/applications/{id}/papers/{fileId}")
  ResponseEntity<byte[]> paper(
      @PathVariable String id, @PathVariable String fileId, ServerWebExchange exchange) {
    Application application = access.either(exchange, id);
    Paper paper =
        application.papers().stream()
            .filter(one -> one.fileId().equals(fileId))
            .findFirst()
            .orElseThrow(() -> ProblemException.of(404, "not_found"));
    return file(paper.fileId(), paper.name(), paper.type());
  }

  /// In the language asked for, by default the caller's.
  @GetMapping("/v1/applications/{id}/agreement.pdf")
  ResponseEntity<byte[]> agreement(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String language,
      ServerWebExchange exchange) {
    Approval approval = access.either(exchange, id).review().approval();
    String wanted = language == null ? Languages.of(exchange.getRequest()).getLanguage() : language;
    List<Agreement> offered = approval == null ? List.of() : approval.agreements();
    Agreement agreement =
        offered.stream()
            .filter(one -> one.language().equals(wanted))
            .findFirst()
            .orElseThrow(() -> ProblemException.of(404, "not_found"));
    return file(agreement.fileId(), id + "-" + wanted + ".pdf", PaperType.PDF);
  }

  private ResponseEntity<byte[]> file(String fileId, String name, PaperType type) {
    byte[] bytes = files.read(fileId).orElseThrow(() -> ProblemException.of(404, "not_found"));
    ContentDisposition attachment =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(bytes);
  }
}
