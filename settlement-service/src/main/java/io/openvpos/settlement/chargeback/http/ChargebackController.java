package io.openvpos.settlement.chargeback.http;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.money.Mode;
import io.openvpos.settlement.chargeback.ChargebackDesk;
import io.openvpos.settlement.chargeback.Chargebacks;
import io.openvpos.settlement.chargeback.Evidence;
import io.openvpos.settlement.chargeback.EvidenceDesk;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.ChargebackStatus;
import io.openvpos.settlement.chargeback.domain.EvidenceFile;
import io.openvpos.settlement.chargeback.domain.Move;
import io.openvpos.settlement.written.http.WrittenField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Chargeback cases. A merchant sees and answers its own, the acquirer's operations all.
@RestController
@RequestMapping("/v1/chargebacks")
class ChargebackController {

  private final Chargebacks chargebacks;
  private final ChargebackDesk desk;
  private final EvidenceDesk evidence;
  private final JsonBody body;

  ChargebackController(
      Chargebacks chargebacks, ChargebackDesk desk, EvidenceDesk evidence, JsonBody body) {
    this.chargebacks = chargebacks;
    this.desk = desk;
    this.evidence = evidence;
    this.body = body;
  }

  @GetMapping
  ChargebackAnswer.Page list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String merchant,
      @RequestParam(defaultValue = "20") String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    ChargebackViewer viewer = ChargebackViewer.reading(caller);
    int wanted = PageLimit.of(limit);
    ChargebackStatus asked = status == null ? null : status(status);
    if (startingAfter != null && chargebacks.find(startingAfter).filter(viewer::sees).isEmpty()) {
      throw ProblemException.invalid("starting_after", "invalid");
    }
    String own = viewer.merchantId();
    if (merchant != null && own != null && !merchant.equals(own)) {
      return new ChargebackAnswer.Page(List.of(), false);
    }
    Mode mode = viewer.mode();
    Chargebacks.Query query =
        new Chargebacks.Query(
            asked, merchant == null ? own : merchant, mode == null ? null : mode.code());
    List<Chargeback> found = chargebacks.list(query, startingAfter, wanted + 1);
    return new ChargebackAnswer.Page(
        found.stream().limit(wanted).map(ChargebackAnswer::of).toList(), found.size() > wanted);
  }

  @GetMapping("/{id}")
  ChargebackAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    return ChargebackAnswer.of(visible(ChargebackViewer.reading(caller), id));
  }

  @Operation(
      description = "A PDF, PNG or JPEG of at most 4 MiB as the body. The same file again is one.")
  @PostMapping("/{id}/evidence")
  ResponseEntity<ChargebackAnswer.File> upload(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    Chargeback there = visible(ChargebackViewer.answering(caller), id);
    EvidenceDesk.refusal(there)
        .ifPresent(code -> {
          throw ProblemException.of(409, code);
        });
    EvidenceFile file =
        evidence
            .keep(id, read(exchange))
            .orElseThrow(() -> ProblemException.of(409, "chargeback_evidence_full"));
    return ResponseEntity.status(HttpStatus.CREATED).body(ChargebackAnswer.File.of(file));
  }

  @GetMapping("/{id}/evidence/{sha256}")
  ResponseEntity<byte[]> download(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      @PathVariable String sha256) {
    visible(ChargebackViewer.reading(caller), id);
    Evidence.Kept kept =
        evidence.find(id, sha256).orElseThrow(() -> ProblemException.of(404, "not_found"));
    return ResponseEntity.ok()
        .header("Content-Type", kept.file().contentType())
        .header("Content-Disposition", "attachment")
        .header("X-Content-Type-Options", "nosniff")
        .body(kept.bytes());
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(schema = @Schema(implementation = ChargebackRequests.Represent.class))))
  @PostMapping("/{id}/represent")
  ChargebackAnswer represent(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    visible(ChargebackViewer.answering(caller), id);
    ChargebackRequests.Represent sent = body.read(exchange, ChargebackRequests.Represent.class);
    List<EvidenceFile> files = files(id, sent.evidence());
    String note = WrittenField.optional(sent.note(), "/note");
    return answer(id, desk.represent(id, files, ChargebackViewer.subject(caller), note));
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(schema = @Schema(implementation = ChargebackRequests.Accept.class))))
  @PostMapping("/{id}/accept")
  ChargebackAnswer accept(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      ServerWebExchange exchange) {
    visible(ChargebackViewer.answering(caller), id);
    ChargebackRequests.Accept sent = body.read(exchange, ChargebackRequests.Accept.class);
    String note = WrittenField.optional(sent.note(), "/note");
    return answer(id, desk.accept(id, ChargebackViewer.subject(caller), note));
  }

  private static Evidence.Kept read(ServerWebExchange exchange) {
    return EvidenceDesk.fileOf(RequestBytes.file(exchange, EvidenceDesk.MAX_BYTES))
        .orElseThrow(() -> ProblemException.of(415, "unsupported_media_type"));
  }

  private List<EvidenceFile> files(String id, @Nullable List<String> digests) {
    if (digests == null || digests.isEmpty()) {
      throw ProblemException.invalid("/evidence", "required");
    }
    if (digests.size() > Chargeback.MAX_EVIDENCE) {
      throw ProblemException.invalid("/evidence", "too_long");
    }
    List<EvidenceFile> files = new ArrayList<>();
    for (int index = 0; index < digests.size(); index++) {
      String pointer = "/evidence/" + index;
      String digest = digests.get(index);
      files.add(
          evidence
              .find(id, digest == null ? "" : digest)
              .orElseThrow(() -> ProblemException.invalid(pointer, "unknown_evidence"))
              .file());
    }
    return files;
  }

  private ChargebackAnswer answer(String id, Move move) {
    return switch (move) {
      case Move.Made made -> ChargebackAnswer.of(made.changed());
      case Move.Repeated there -> ChargebackAnswer.of(there.there());
      case Move.Refused(String code) -> throw refused(id, code);
    };
  }

  private ProblemException refused(String id, String code) {
    if (code.equals("chargeback_too_late")) {
      String last = chargebacks.find(id).orElseThrow().claim().respondBy().toString();
      return ProblemException.of(409, code).arg(last);
    }
    return ProblemException.of(409, code);
  }

  private Chargeback visible(ChargebackViewer viewer, String id) {
    return chargebacks
        .find(id)
        .filter(viewer::sees)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private static ChargebackStatus status(String code) {
    return ChargebackStatus.of(code)
        .orElseThrow(() -> ProblemException.invalid("status", "invalid"));
  }
}
