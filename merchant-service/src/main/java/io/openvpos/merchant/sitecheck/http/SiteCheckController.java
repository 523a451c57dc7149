package io.openvpos.merchant.sitecheck.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.merchant.sitecheck.SiteChecks;
import io.openvpos.merchant.sitecheck.SiteChecks.Opinion;
import io.openvpos.merchant.sitecheck.SitesToCheck;
import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.SiteCheck;
import io.openvpos.merchant.sitecheck.domain.SiteToCheck;
import io.openvpos.merchant.sitecheck.http.SiteCheckAnswers.Check;
import io.openvpos.merchant.sitecheck.http.SiteCheckAnswers.Checks;
import io.openvpos.merchant.sitecheck.http.SiteCheckAnswers.Summary;
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
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The checks of an application's site: operators run and decide, auditors read.
@RestController
final class SiteCheckController {

  private static final Role[] READERS = {Role.ACQUIRER_OPS, Role.AUDITOR};
  private static final Set<String> DECISIONS = Set.of("passed", "failed");
  private static final int LONGEST_NOTE = 2_000;

  private final SiteChecks checks;
  private final Supplier<Optional<SitesToCheck>> sites;
  private final JsonBody body;

  SiteCheckController(SiteChecks checks, ObjectProvider<SitesToCheck> sites, JsonBody body) {
    this.checks = checks;
    this.sites = () -> Optional.ofNullable(sites.getIfAvailable());
    this.body = body;
  }

  record DecisionRequest(@Nullable String decision, @Nullable String note) {}

  @GetMapping("/v1/applications/{id}/site-checks")
  Checks list(Caller caller, @PathVariable String id) {
    Access.require(caller, READERS);
    site(id);
    return new Checks(checks.of(id).stream().map(Summary::of).toList());
  }

  @PostMapping("/v1/applications/{id}/site-checks")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Check run(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_OPS);
    return Check.of(checks.run(site(id), Actors.of(caller, exchange)));
  }

  @GetMapping("/v1/applications/{id}/site-checks/{number}")
  Check read(Caller caller, @PathVariable String id, @PathVariable String number) {
    Access.require(caller, READERS);
    site(id);
    return Check.of(check(id, number));
  }

  /// A page of the evidence as source text: it is a stranger's, and must not run here.
  @GetMapping("/v1/applications/{id}/site-checks/{number}/pages/{sha256}")
  ResponseEntity<byte[]> page(
      Caller caller,
      @PathVariable String id,
      @PathVariable String number,
      @PathVariable String sha256) {
    Access.require(caller, READERS);
    site(id);
    byte[] page =
        checks
            .evidence(id, check(id, number).number(), sha256)
            .orElseThrow(SiteCheckController::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .body(page);
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = DecisionRequest.class))))
  @PostMapping("/v1/applications/{id}/site-checks/{number}/criteria/{criterion}")
  Check decide(
      Caller caller,
      @PathVariable String id,
      @PathVariable String number,
      @PathVariable String criterion,
      ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_OPS);
    site(id);
    SiteCheck check = check(id, number);
    Criterion asked = Criterion.of(criterion).orElseThrow(SiteCheckController::notFound);
    DecisionRequest request = body.read(exchange, DecisionRequest.class);
    FieldErrors errors = new FieldErrors();
    String decision = errors.required(request.decision(), "/decision");
    errors.check(decision.isEmpty() || DECISIONS.contains(decision), "/decision", "invalid");
    String note = errors.required(request.note(), "/note");
    errors.check(note.length() <= LONGEST_NOTE, "/note", "too_long");
    errors.throwIfAny();
    Opinion opinion = new Opinion(asked, decision.equals("passed"), note);
    return switch (checks.decide(id, check.number(), opinion, Actors.of(caller, exchange))) {
      case DONE -> Check.of(check(id, number));
      case NOT_ENDED -> throw ProblemException.of(409, "site_check_running");
      case NO_SUCH_CHECK -> throw notFound();
    };
  }

  private SiteToCheck site(String id) {
    return sites.get().flatMap(known -> known.find(id)).orElseThrow(SiteCheckController::notFound);
  }

  private SiteCheck check(String id, String number) {
    return Optional.of(number)
        .filter(text -> text.matches("[1-9][0-9]{0,8}"))
        .flatMap(text -> checks.find(id, Integer.parseInt(text)))
        .orElseThrow(SiteCheckController::notFound);
  }

  private static ProblemException notFound() {
    return ProblemException.of(404, "not_found");
  }
}
