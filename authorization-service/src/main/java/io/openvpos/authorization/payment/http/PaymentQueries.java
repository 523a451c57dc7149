package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.PaymentQuery;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.Payments;
import io.openvpos.authorization.payment.ToldAbout;
import io.openvpos.authorization.payment.ToldAbout.Line;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentStatus;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.payment.domain.TimelineEntry;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The calls that read payments and refunds.
@RestController
final class PaymentQueries {

  private static final Pattern LAST4 = Pattern.compile("[0-9]{4}");

  /// Retrieval reference number, DE 37.
  private static final Pattern RRN = Pattern.compile("[0-9A-Za-z]{12}");

  private final Payments payments;
  private final OwnPayments own;
  private final ToldAbout told;
  private final JsonAnswers answers;

  PaymentQueries(Payments payments, OwnPayments own, ToldAbout told, JsonAnswers answers) {
    this.payments = payments;
    this.own = own;
    this.told = told;
    this.answers = answers;
  }

  /// One line of a payment's history.
  record EventView(String id, String type, String at, Map<String, Object> data) {}

  /// A whole list.
  record Listing<T>(List<T> data) {}

  @GetMapping("/v1/payments/{id}")
  ResponseEntity<byte[]> one(Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    PaymentRecord found = own.find(PaymentScope.reading(caller, exchange), id);
    return json(answers.view(found.payment(), language(exchange)));
  }

  @GetMapping("/v1/payments")
  ResponseEntity<byte[]> list(
      Caller caller,
      @RequestParam(name = "order_id", required = false) @Nullable String orderId,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String last4,
      @RequestParam(required = false) @Nullable String rrn,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter,
      ServerWebExchange exchange) {
    PaymentScope scope = PaymentScope.reading(caller, exchange);
    int most = PageLimit.of(limit);
    check(LAST4, last4, "last4");
    check(RRN, rrn, "rrn");
    PaymentQuery query =
        new PaymentQuery(
            scope.listedMerchant(),
            scope.listedMode(),
            new PaymentQuery.Filters(orderId, known(status), last4, rrn),
            startingAfter == null ? null : cursor(scope, startingAfter),
            most + 1);
    List<PaymentView> found =
        payments.list(query).stream()
            .map(record -> answers.view(record.payment(), language(exchange)))
            .toList();
    return json(Page.of(found, most));
  }

  @GetMapping("/v1/payments/{id}/events")
  ResponseEntity<byte[]> events(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    PaymentRecord found = own.find(PaymentScope.reading(caller, exchange), id);
    Stream<Line> history = found.timeline().stream().map(entry -> line(found.id(), entry));
    return json(
        new Listing<>(
            Stream.concat(history, told.payment(found.id()).stream())
                .sorted(Comparator.comparing(Line::at))
                .map(PaymentQueries::event)
                .toList()));
  }

  private static Line line(String paymentId, TimelineEntry entry) {
    return new Line(paymentId + "." + entry.number(), entry.type(), entry.at(), entry.data());
  }

  private static EventView event(Line line) {
    return new EventView(line.id(), line.type(), line.at().toString(), line.data());
  }

  @GetMapping("/v1/payments/{id}/refunds")
  ResponseEntity<byte[]> refunds(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter,
      ServerWebExchange exchange) {
    Payment payment = own.find(PaymentScope.reading(caller, exchange), id).payment();
    int most = PageLimit.of(limit);
    List<Refund> newestFirst = payment.refunds().reversed();
    List<RefundView> found =
        newestFirst.stream()
            .skip(startingAfter == null ? 0 : after(newestFirst, startingAfter))
            .limit(most + 1L)
            .map(refund -> RefundView.of(payment, refund))
            .toList();
    return json(Page.of(found, most));
  }

  /// Every increment, oldest first: their number is bounded with the operations of a payment.
  @GetMapping("/v1/payments/{id}/increments")
  ResponseEntity<byte[]> increments(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Payment payment = own.find(PaymentScope.reading(caller, exchange), id).payment();
    return json(
        new Listing<>(
            payment.increments().stream()
                .map(increment -> answers.view(payment, increment, language(exchange)))
                .toList()));
  }

  @GetMapping("/v1/refunds/{id}")
  ResponseEntity<byte[]> refund(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Payment payment = own.ofRefund(PaymentScope.reading(caller, exchange), id).payment();
    Refund refund = payment.refund(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
    return json(RefundView.of(payment, refund));
  }

  /// A cursor of another merchant or mode than the list's would begin the list somewhere.
  private PaymentRecord cursor(PaymentScope scope, String startingAfter) {
    PaymentScope listed =
        new PaymentScope(Optional.of(scope.listedMerchant()), Optional.of(scope.listedMode()));
    return own.look(listed, startingAfter)
        .orElseThrow(() -> ProblemException.invalid("starting_after", "unknown_id"));
  }

  private static int after(List<Refund> refunds, String startingAfter) {
    return IntStream.range(0, refunds.size())
            .filter(place -> refunds.get(place).id().equals(startingAfter))
            .findFirst()
            .orElseThrow(() -> ProblemException.invalid("starting_after", "unknown_id"))
        + 1;
  }

  private static void check(Pattern form, @Nullable String value, String name) {
    if (value != null && !form.matcher(value).matches()) {
      throw ProblemException.invalid(name, "invalid_value");
    }
  }

  private static @Nullable String known(@Nullable String status) {
    if (status == null
        || Stream.of(PaymentStatus.values()).anyMatch(one -> one.code().equals(status))) {
      return status;
    }
    throw ProblemException.invalid("status", "invalid_value");
  }

  private ResponseEntity<byte[]> json(Object value) {
    return Responses.json(answers.json(value));
  }

  private static Locale language(ServerWebExchange exchange) {
    return Languages.of(exchange.getRequest());
  }
}
