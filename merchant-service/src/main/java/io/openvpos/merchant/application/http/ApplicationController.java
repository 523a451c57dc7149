package io.openvpos.merchant.application.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.application.Accepting;
import io.openvpos.merchant.application.Accepting.Outcome;
import io.openvpos.merchant.application.Applying;
import io.openvpos.merchant.application.Applying.Submission;
import io.openvpos.merchant.application.Applying.Upload;
import io.openvpos.merchant.application.InvitedContacts;
import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.http.ApplicationAnswers.Opened;
import io.openvpos.merchant.application.http.ApplicationAnswers.Received;
import io.openvpos.merchant.application.http.ApplicationAnswers.Status;
import io.openvpos.merchant.application.reading.ApplicationReading;
import io.openvpos.merchant.application.reading.ApplicationRequest;
import io.openvpos.merchant.application.reading.PaperReading;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.http.IdempotencyKey;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The applicant's calls. Nobody needs an account to apply; afterwards the code of the application,
/// in the header `Application-Code`, opens it. A wrong code is a 404 like a reference that does not
/// exist.
@RestController
final class ApplicationController {

  private final Applying applying;
  private final Accepting accepting;
  private final InvitedContacts contacts;
  private final ApplicantAccess access;
  private final JsonBody body;

  ApplicationController(
      Applying applying,
      Accepting accepting,
      InvitedContacts contacts,
      ApplicantAccess access,
      JsonBody body) {
    this.applying = applying;
    this.accepting = accepting;
    this.contacts = contacts;
    this.access = access;
    this.body = body;
  }

  record AcceptanceRequest(@Nullable String name, @Nullable String sha256) {}

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ApplicationRequest.class))))
  @PostMapping("/v1/applications")
  @ResponseStatus(HttpStatus.CREATED)
  Received apply(ServerWebExchange exchange) {
    String key = IdempotencyKey.ifSent(exchange.getRequest()).orElse(null);
    FieldErrors errors = new FieldErrors();
    ApplicationRequest sent = body.read(exchange, ApplicationRequest.class);
    var read = ApplicationReading.read(sent, errors);
    errors.throwIfAny();
    ApplicationReading.Read form = read.orElseThrow();
    return switch (applying.submit(form.form(), form.password(), key, Actors.applicant(exchange))) {
      case Submission.Received(Application application, String code) ->
          Received.of(application, code);
      case Submission.KeyReused _ -> throw ProblemException.of(422, "idempotency_key_reused");
    };
  }

  /// The body is the file itself: PDF, JPEG or PNG, at most five mebibytes.
  @PostMapping("/v1/applications/{id}/papers")
  @ResponseStatus(HttpStatus.CREATED)
  Status attach(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String name,
      ServerWebExchange exchange) {
    access.applicant(exchange, id);
    Upload upload = PaperReading.read(exchange, kind, name);
    return Status.of(Steps.taken(applying.attach(id, upload, Actors.applicant(exchange))));
  }

  /// What was asked for has been sent.
  @PostMapping("/v1/applications/{id}/answer")
  Status answer(@PathVariable String id, ServerWebExchange exchange) {
    access.applicant(exchange, id);
    return Status.of(Steps.taken(applying.answer(id, Actors.applicant(exchange))));
  }

  @PostMapping("/v1/applications/{id}/withdrawal")
  Status withdraw(@PathVariable String id, ServerWebExchange exchange) {
    access.applicant(exchange, id);
    return Status.of(Steps.taken(applying.withdraw(id, Actors.applicant(exchange))));
  }

  /// Accepts the agreement with the digest. Repeated, it answers the same without the keys.
  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = AcceptanceRequest.class))))
  @PostMapping("/v1/applications/{id}/acceptance")
  Opened accept(@PathVariable String id, ServerWebExchange exchange) {
    access.applicant(exchange, id);
    AcceptanceRequest request = body.read(exchange, AcceptanceRequest.class);
    FieldErrors errors = new FieldErrors();
    String name = errors.required(request.name(), "/name");
    errors.check(name.length() <= 140, "/name", "too_long");
    String sha256 = errors.required(request.sha256(), "/sha256");
    errors.throwIfAny();
    return switch (accepting
        .accept(id, name, sha256, Actors.applicant(exchange))
        .orElseThrow(() -> ProblemException.of(404, "not_found"))) {
      case Outcome.Opened opened ->
          Opened.of(opened, contacts.invite(opened.application()).orElse(null));
      case Outcome.Refused(Application.Refusal reason) -> throw Steps.problem(reason);
    };
  }
}
