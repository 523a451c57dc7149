package io.openvpos.authorization.payment.mongo;

import io.openvpos.authorization.payment.AuthenticationLimits;
import io.openvpos.authorization.payment.FrozenAnswer;
import io.openvpos.authorization.payment.Operation;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.domain.Advice;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.Capture;
import io.openvpos.authorization.payment.domain.CapturePortion;
import io.openvpos.authorization.payment.domain.Card;
import io.openvpos.authorization.payment.domain.Decline;
import io.openvpos.authorization.payment.domain.Increment;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentState;
import io.openvpos.authorization.payment.domain.PaymentState.Approved;
import io.openvpos.authorization.payment.domain.PaymentState.AuthorizationSent;
import io.openvpos.authorization.payment.domain.PaymentState.Authorized;
import io.openvpos.authorization.payment.domain.PaymentState.AwaitingAuthentication;
import io.openvpos.authorization.payment.domain.PaymentState.Declined;
import io.openvpos.authorization.payment.domain.PaymentState.Voided;
import io.openvpos.authorization.payment.domain.PaymentTerms;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.payment.domain.Risk;
import io.openvpos.authorization.payment.domain.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/// Writes the payment's document, except its outbox. Amounts are minor units of the payment's one
/// currency; absent fields are null. Read back by [PaymentRecords].
final class PaymentDocument {

  private final Duration grace;

  PaymentDocument(Duration grace) {
    this.grace = grace;
  }

  Document of(PaymentRecord record) {
    Payment payment = record.payment();
    Document document =
        terms(payment.terms())
            .append("version", record.version())
            .append("state", States.name(payment.state()))
            .append("status", payment.status().code())
            .append("amount_authorized", payment.amountAuthorized().minorUnits())
            .append("amount_capturable", payment.amountCapturable().minorUnits())
            .append("amount_captured", payment.amountCaptured().minorUnits())
            .append("amount_refunded", payment.amountRefunded().minorUnits())
            .append("seq", payment.seq())
            .append(
                "increments",
                payment.increments().stream().map(PaymentDocument::increment).toList())
            .append("captures", payment.captures().stream().map(PaymentDocument::capture).toList())
            .append("refunds", payment.refunds().stream().map(PaymentDocument::refund).toList())
            .append("advices", payment.advices().stream().map(PaymentDocument::advice).toList())
            .append("writer", record.writer())
            .append("request_hash", record.requestHash())
            .append(
                "operations", record.operations().stream().map(PaymentDocument::operation).toList())
            .append("timeline", record.timeline().stream().map(PaymentDocument::entry).toList());
    Optional.ofNullable(payment.attempt())
        .ifPresent(attempt -> document.append("attempt", attempt(attempt)));
    Optional.ofNullable(payment.authentication())
        .ifPresent(asked -> document.append("authentication", AuthenticationDocuments.of(asked)));
    Optional.ofNullable(record.answer())
        .ifPresent(answer -> document.append("answer", answer(answer)));
    outcome(document, payment.state());
    payment
        .nextAdvice()
        .filter(advice -> advice.tries() > 0)
        .ifPresent(advice -> document.append("advice_tries", advice.tries()));
    attentionAt(payment).ifPresent(at -> document.append("attention_at", Date.from(at)));
    return document;
  }

  private static Document terms(PaymentTerms terms) {
    Document document =
        new Document("_id", terms.paymentId())
            .append("merchant_id", terms.merchantId())
            .append("mode", terms.mode().code())
            .append("amount", terms.amount().minorUnits())
            .append("currency", terms.amount().currency().getCurrencyCode())
            .append("capture_method", terms.captureMethod().name())
            .append("installments", terms.installments())
            .append("card", card(terms.card()))
            .append("risk", risk(terms.risk()))
            .append("terminal_id", terms.terminalId())
            .append("mcc", terms.mcc())
            .append("metadata", metadata(terms.metadata()))
            .append("created_at", Date.from(terms.createdAt()));
    Optional.ofNullable(terms.orderId()).ifPresent(id -> document.append("order_id", id));
    Optional.ofNullable(terms.description())
        .ifPresent(text -> document.append("description", text));
    Optional.ofNullable(terms.credential())
        .ifPresent(kept -> document.append("credential", CredentialDocuments.of(kept)));
    return document;
  }

  /// Pairs, because the names are the caller's own and a field name has rules.
  private static List<Document> metadata(Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .map(pair -> new Document("name", pair.getKey()).append("value", pair.getValue()))
        .toList();
  }

  private static void outcome(Document document, PaymentState state) {
    if (state instanceof Approved approved) {
      Document approval =
          new Document("code", approved.approval().code())
              .append("response_code", approved.approval().responseCode());
      Optional.ofNullable(approved.approval().networkTransactionId())
          .ifPresent(id -> approval.append("network_transaction_id", id));
      document.append("approval", approval);
    }
    if (state instanceof Authorized authorized) {
      document.append("expires_at", Date.from(authorized.expiresAt()));
    }
    if (state instanceof Declined declined) {
      document.append("decline", decline(declined.decline()));
    }
    if (state instanceof Voided voided) {
      document.append(
          "voided",
          new Document("seq", voided.seq()).append("sales_day", voided.salesDay().toString()));
    }
  }

  /// When a sweep has to look at the payment: the one field that it searches by.
  private Optional<Instant> attentionAt(Payment payment) {
    Attempt attempt = payment.attempt();
    Stream<Instant> authorization =
        payment.state() instanceof AuthorizationSent && attempt != null
            ? Stream.of(abandoned(attempt))
            : Stream.empty();
    Stream<Instant> authentication =
        payment.state() instanceof AwaitingAuthentication
            ? AuthenticationLimits.givenUpAt(payment).stream()
            : Stream.empty();
    Stream<Instant> hold =
        payment.state() instanceof Authorized held ? Stream.of(held.expiresAt()) : Stream.empty();
    Stream<Instant> increments =
        payment.increments().stream()
            .filter(Increment::sent)
            .map(increment -> abandoned(increment.attempt()));
    Stream<Instant> refunds =
        payment.refunds().stream()
            .filter(refund -> refund.status() == Refund.Status.SENT)
            .map(refund -> abandoned(refund.attempt()));
    Stream<Instant> advice = payment.nextAdvice().stream().map(Advice::storedAt);
    return Stream.of(authorization, authentication, hold, increments, refunds, advice)
        .flatMap(moments -> moments)
        .min(Instant::compareTo);
  }

  private Instant abandoned(Attempt attempt) {
    return attempt.deadline().plus(grace);
  }

  private static Document card(Card card) {
    return new Document("token", card.token())
        .append("brand", card.brand())
        .append("bin", card.bin())
        .append("last4", card.last4())
        .append("funding", card.funding())
        .append("issuer_country", card.issuerCountry())
        .append("card_class", card.cardClass())
        .append("fingerprint", card.fingerprint());
  }

  private static Document risk(Risk risk) {
    return new Document("decision", risk.decision())
        .append("score", risk.score())
        .append("reasons", risk.reasons())
        .append("timed_out", risk.timedOut());
  }

  private static Document attempt(Attempt attempt) {
    return new Document("rrn", attempt.rrn())
        .append("stan", attempt.stan())
        .append("transmitted_at", Date.from(attempt.transmittedAt()))
        .append("deadline", Date.from(attempt.deadline()));
  }

  private static Document decline(Decline decline) {
    return new Document("code", decline.code()).append("network_code", decline.networkCode());
  }

  private static Document increment(Increment increment) {
    return new Document("id", increment.id())
        .append("amount", increment.amount().minorUnits())
        .append("status", increment.status().name())
        .append(
            "decline",
            Optional.ofNullable(increment.decline()).map(PaymentDocument::decline).orElse(null))
        .append("attempt", attempt(increment.attempt()))
        .append("created_at", Date.from(increment.createdAt()));
  }

  private static Document capture(Capture capture) {
    return new Document("seq", capture.seq())
        .append("amount", capture.amount().minorUnits())
        .append("sales_day", capture.salesDay().toString())
        .append("contract_version", capture.contractVersion())
        .append("final", capture.finalCapture())
        .append("captured_at", Date.from(capture.capturedAt()))
        .append("refunded", capture.refunded().minorUnits());
  }

  private static Document refund(Refund refund) {
    return new Document("id", refund.id())
        .append("amount", refund.amount().minorUnits())
        .append("reason", refund.reason())
        .append("status", refund.status().name())
        .append("failure_code", refund.failureCode())
        .append("attempt", attempt(refund.attempt()))
        .append("created_at", Date.from(refund.createdAt()))
        .append("seq", refund.seq())
        .append(
            "sales_day", Optional.ofNullable(refund.salesDay()).map(Object::toString).orElse(null))
        .append("portions", refund.portions().stream().map(PaymentDocument::portion).toList());
  }

  private static Document portion(CapturePortion portion) {
    return new Document("capture_seq", portion.captureSeq())
        .append("captured", portion.captured().minorUnits())
        .append("sales_day", portion.salesDay().toString())
        .append("contract_version", portion.contractVersion())
        .append("refunded_before", portion.refundedBefore().minorUnits())
        .append("refunded_after", portion.refundedAfter().minorUnits());
  }

  private static Document advice(Advice advice) {
    return new Document("number", advice.number())
        .append("cause", advice.cause().name())
        .append("original", attempt(advice.original()))
        .append("original_mti", advice.originalMti())
        .append("original_amount", advice.originalAmount().minorUnits())
        .append("remaining", advice.remaining().minorUnits())
        .append("stored_at", Date.from(advice.storedAt()))
        .append("due", advice.due())
        .append("round", advice.round())
        .append("tries", advice.tries());
  }

  private static Document operation(Operation operation) {
    return new Document("key", operation.key())
        .append("request_hash", operation.requestHash())
        .append("writer", operation.writer())
        .append("at", Date.from(operation.at()))
        .append("begun_id", operation.begunId())
        .append("rejection", operation.rejection())
        .append(
            "answer",
            Optional.ofNullable(operation.answer()).map(PaymentDocument::answer).orElse(null));
  }

  private static Document answer(FrozenAnswer answer) {
    return new Document("status", answer.status()).append("body", answer.body());
  }

  private static Document entry(TimelineEntry entry) {
    return new Document("number", entry.number())
        .append("key", entry.key())
        .append("type", entry.type())
        .append("at", Date.from(entry.at()))
        .append("data", new Document(entry.data()));
  }
}
