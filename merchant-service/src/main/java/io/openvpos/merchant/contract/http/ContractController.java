package io.openvpos.merchant.contract.http;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.contract.ContractBooks.Held;
import io.openvpos.merchant.contract.ContractProposals;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractBook.Outcome;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.http.ContractAnswers.Version;
import io.openvpos.merchant.contract.http.ContractAnswers.Versions;
import io.openvpos.merchant.contract.request.TermsReading;
import io.openvpos.merchant.contract.request.TermsRequest;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// A merchant's contract versions: read by the merchant and the acquirer, proposed and approved by
/// two people of the acquirer.
@RestController
final class ContractController {

  /// Nobody agrees on what comes later; and a date on the wire counts days in 32 bits.
  private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

  private final ContractProposals proposals;
  private final JsonBody body;

  ContractController(ContractProposals proposals, JsonBody body) {
    this.proposals = proposals;
    this.body = body;
  }

  /// What is absent of the terms is as in the latest version.
  record ContractRequest(@Nullable String fromDay, @Nullable TermsRequest terms) {}

  @GetMapping("/v1/merchants/{id}/contracts")
  Versions versions(Caller caller, @PathVariable String id) {
    MerchantAccess.read(caller, id);
    return Versions.of(held(id).book());
  }

  @GetMapping("/v1/merchants/{id}/contracts/{version}")
  Version version(Caller caller, @PathVariable String id, @PathVariable String version) {
    MerchantAccess.read(caller, id);
    return shown(held(id).book(), number(version));
  }

  @Operation(
      description = "Waits until another member of the acquirer's operations approves it.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ContractRequest.class))))
  @PostMapping("/v1/merchants/{id}/contracts")
  @ResponseStatus(HttpStatus.CREATED)
  Version propose(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_OPS);
    Held held = held(id);
    ContractRequest request = body.read(exchange, ContractRequest.class);
    FieldErrors errors = new FieldErrors();
    LocalDate fromDay = day(errors.required(request.fromDay(), "/from_day"), errors);
    errors.check(request.terms() != null, "/terms", "required");
    ContractTerms latest = held.book().versions().getLast().terms();
    TermsReading.Read read =
        TermsReading.read(
            request.terms(), new TermsReading.Basis("/terms", latest, held.mcc(), fromDay));
    errors.addAll(read.faults());
    errors.throwIfAny();
    ContractBook book =
        done(proposals.propose(id, read.terms(), fromDay, Actors.of(caller, exchange)));
    return shown(book, book.versions().size() + 1);
  }

  /// By another person than the one who proposed it.
  ///
  /// @param proposal the one that was read; where another one waits by now, nothing is approved
  @PostMapping("/v1/merchants/{id}/contracts/{version}/approve")
  Version approve(
      Caller caller,
      @PathVariable String id,
      @PathVariable String version,
      @RequestParam(required = false) @Nullable String proposal,
      ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_OPS);
    int number = number(version);
    return shown(
        done(
            proposals.approve(
                id, number, Optional.ofNullable(proposal), Actors.of(caller, exchange))),
        number);
  }

  /// By anybody of the acquirer's operations, the proposer too.
  @PostMapping("/v1/merchants/{id}/contracts/{version}/withdraw")
  Versions withdraw(
      Caller caller,
      @PathVariable String id,
      @PathVariable String version,
      ServerWebExchange exchange) {
    Access.require(caller, Role.ACQUIRER_OPS);
    return Versions.of(done(proposals.withdraw(id, number(version), Actors.of(caller, exchange))));
  }

  private Held held(String id) {
    return proposals.find(id).orElseThrow(ContractController::notFound);
  }

  private static Version shown(ContractBook book, int number) {
    return book.find(number)
        .map(Version::of)
        .or(() -> book.proposal(number).map(Version::of))
        .orElseThrow(ContractController::notFound);
  }

  private static ContractBook done(Optional<Outcome> outcome) {
    return switch (outcome.orElseThrow(ContractController::notFound)) {
      case Outcome.Accepted(ContractBook book) -> book;
      case Outcome.Refused(ContractBook.Refusal reason) -> throw refused(reason);
    };
  }

  private static ProblemException refused(ContractBook.Refusal reason) {
    return reason == ContractBook.Refusal.NOT_PROPOSED
        ? notFound()
        : ProblemException.of(409, "contract_" + reason.name().toLowerCase(Locale.ROOT));
  }

  /// A day that is none is noted; the terms are then checked as if they held for ever.
  private static LocalDate day(String text, FieldErrors errors) {
    try {
      LocalDate day = text.isEmpty() ? ContractBook.ALWAYS : LocalDate.parse(text);
      errors.check(!day.isAfter(LAST_DAY), "/from_day", "out_of_range");
      return day.isAfter(LAST_DAY) ? LAST_DAY : day;
    } catch (DateTimeParseException malformed) {
      errors.note("/from_day", "invalid_format");
      return ContractBook.ALWAYS;
    }
  }

  private static int number(String version) {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException none) {
      throw notFound();
    }
  }

  private static ProblemException notFound() {
    return ProblemException.of(404, "not_found");
  }
}
