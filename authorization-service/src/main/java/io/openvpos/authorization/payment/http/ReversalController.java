package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.Payments;
import io.openvpos.authorization.payment.UnresolvedReversals;
import io.openvpos.authorization.payment.domain.Advice;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The acquirer's queue of reversals that the issuer does not acknowledge.
@RestController
final class ReversalController {

  private static final String UNRESOLVED = "/v1/unresolved-reversals";
  private static final int LONGEST_NOTE = 500;

  private final UnresolvedReversals unresolved;
  private final Payments payments;
  private final JsonAnswers answers;

  ReversalController(UnresolvedReversals unresolved, Payments payments, JsonAnswers answers) {
    this.unresolved = unresolved;
    this.payments = payments;
    this.answers = answers;
  }

  /// A reversal as the acquirer's staff reads it. Amounts are minor units.
  ///
  /// @param number its place among the payment's advices
  /// @param remaining what is to stay of the amount
  record ReversalView(
      String paymentId,
      String merchantId,
      String mode,
      int number,
      String cause,
      String rrn,
      String terminalId,
      long amount,
      long remaining,
      String currency,
      int tries,
      String storedAt) {

    static ReversalView of(Payment payment, Advice advice) {
      return new ReversalView(
          payment.id(),
          payment.terms().merchantId(),
          payment.terms().mode().code(),
          advice.number(),
          advice.cause().name().toLowerCase(Locale.ROOT),
          advice.original().rrn(),
          payment.terms().terminalId(),
          advice.originalAmount().minorUnits(),
          advice.remaining().minorUnits(),
          advice.originalAmount().currency().getCurrencyCode(),
          advice.tries(),
          advice.storedAt().toString());
    }
  }

  /// How it was resolved.
  record ResolutionView(String paymentId, int number, String resolution, String by, String note) {}

  @GetMapping(UNRESOLVED)
  ResponseEntity<byte[]> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    Caller.Staff _ = Access.require(caller, Role.ACQUIRER_OPS, Role.AUDITOR);
    int most = PageLimit.of(limit);
    List<ReversalView> found =
        unresolved.list(startingAfter, most + 1).stream()
            .flatMap(payment ->
                payment.nextAdvice().stream().map(next -> ReversalView.of(payment, next)))
            .toList();
    return Responses.json(answers.json(Page.of(found, most)));
  }

  @PostMapping(UNRESOLVED + "/{paymentId}/{number}/resolution")
  ResponseEntity<byte[]> resolve(
      Caller caller,
      @PathVariable String paymentId,
      @PathVariable String number,
      ServerWebExchange exchange) {
    Caller.Staff staff = Access.require(caller, Role.ACQUIRER_OPS);
    int advice = existing(paymentId, number);
    Fields fields = Fields.of(RequestBody.of(exchange).object(false)).allowing(Set.of("note"));
    fields.require("note");
    String note = fields.freeText("note", LONGEST_NOTE);
    fields.check();
    String said = note == null ? "" : note;
    unresolved
        .resolve(paymentId, advice, staff.subject(), said)
        .ifPresent(reason -> {
          throw JsonAnswers.problem(reason);
        });
    return Responses.json(
        answers.json(new ResolutionView(paymentId, advice, "acknowledged", staff.subject(), said)));
  }

  private int existing(String paymentId, String number) {
    return payments
        .find(paymentId)
        .flatMap(record ->
            record.payment().advices().stream()
                .map(Advice::number)
                .filter(one -> String.valueOf(one).equals(number))
                .findFirst())
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
