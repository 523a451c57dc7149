package io.openvpos.merchant.application.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.application.Applications;
import io.openvpos.merchant.application.Reviewing;
import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.ApplicationStatus;
import io.openvpos.merchant.application.http.ApplicationAnswers.Full;
import io.openvpos.merchant.application.http.ApplicationAnswers.Many;
import io.openvpos.merchant.application.reading.RecommendationRequest;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The staff's calls. Whoever recommended an application may not approve it.
@RestController
final class ReviewController {

  private final Applications applications;
  private final Reviewing reviewing;
  private final ApplicantAccess access;
  private final JsonBody body;

  ReviewController(
      Applications applications, Reviewing reviewing, ApplicantAccess access, JsonBody body) {
    this.applications = applications;
    this.reviewing = reviewing;
    this.access = access;
    this.body = body;
  }

  record MessageRequest(@Nullable String message) {}

  record RejectionRequest(@Nullable String reason) {}

  /// In the order of arrival.
  @GetMapping("/v1/applications")
  Many list(Caller caller, @RequestParam(required = false) @Nullable String status) {
    Access.require(caller, Role.ACQUIRER_OPS, Role.AUDITOR);
    Optional<ApplicationStatus> wanted =
        Optional.ofNullable(status)
            .map(code ->
                ApplicationStatus.of(code)
                    .orElseThrow(() ->
                        ProblemException.of(400, "validation_failed").field("status", "invalid")));
    return Many.of(applications.list(wanted));
  }

  /// For staff all of it; for the applicant, by the code, what concerns the applicant.
  @GetMapping("/v1/applications/{id}")
  Object read(@PathVariable String id, ServerWebExchange exchange) {
    Application application = access.either(exchange, id);
    return access.byStaff(exchange)
        ? Full.of(application)
        : ApplicationAnswers.Status.of(application);
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = MessageRequest.class))))
  @PostMapping("/v1/applications/{id}/paper-requests")
  Full askForPapers(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    reviewer(caller, id);
    String message = text(body.read(exchange, MessageRequest.class).message(), "/message");
    return Full.of(Steps.taken(reviewing.askForPapers(id, message, Actors.of(caller, exchange))));
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RecommendationRequest.class))))
  @PostMapping("/v1/applications/{id}/recommendation")
  Full recommend(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Application application = reviewer(caller, id);
    Reviewing.Terms terms =
        RecommendationRequest.read(
            body.read(exchange, RecommendationRequest.class), application.form());
    return Full.of(Steps.taken(reviewing.recommend(id, terms, Actors.of(caller, exchange))));
  }

  /// @param recommendation the one that was read; where another one waits by now, nothing is
  ///   approved
  @Operation(
      description =
          "By another person than who recommended it. Name the recommendation that you have read:"
              + " another one is not approved then.")
  @PostMapping("/v1/applications/{id}/approval")
  Full approve(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String recommendation,
      ServerWebExchange exchange) {
    reviewer(caller, id);
    Optional<String> read = Optional.ofNullable(recommendation);
    return Full.of(Steps.taken(reviewing.approve(id, read, Actors.of(caller, exchange))));
  }

  /// Back to whoever recommends.
  @PostMapping("/v1/applications/{id}/return")
  Full sendBack(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    reviewer(caller, id);
    return Full.of(Steps.taken(reviewing.sendBack(id, Actors.of(caller, exchange))));
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RejectionRequest.class))))
  @PostMapping("/v1/applications/{id}/rejection")
  Full reject(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    reviewer(caller, id);
    String reason = text(body.read(exchange, RejectionRequest.class).reason(), "/reason");
    return Full.of(Steps.taken(reviewing.reject(id, reason, Actors.of(caller, exchange))));
  }

  private Application reviewer(Caller caller, String id) {
    Access.require(caller, Role.ACQUIRER_OPS);
    return access.staff(caller, id);
  }

  private static String text(@Nullable String sent, String pointer) {
    FieldErrors errors = new FieldErrors();
    String text = errors.required(sent, pointer);
    errors.check(text.length() <= 1_000, pointer, "too_long");
    errors.throwIfAny();
    return text;
  }
}
