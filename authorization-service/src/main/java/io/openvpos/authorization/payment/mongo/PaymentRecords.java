package io.openvpos.authorization.payment.mongo;

import io.openvpos.authorization.payment.FrozenAnswer;
import io.openvpos.authorization.payment.Operation;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.domain.Advice;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.Capture;
import io.openvpos.authorization.payment.domain.CapturePortion;
import io.openvpos.authorization.payment.domain.Card;
import io.openvpos.authorization.payment.domain.Increment;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentTerms;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.payment.domain.Risk;
import io.openvpos.authorization.payment.domain.TimelineEntry;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Reads what [PaymentDocument] wrote.
final class PaymentRecords {

  private final Document document;
  private final Currency currency;

  private PaymentRecords(Document document) {
    this.document = document;
    this.currency = Currency.getInstance(document.getString("currency"));
  }

  static PaymentRecord read(Document document) {
    return new PaymentRecords(document).record();
  }

  private PaymentRecord record() {
    Payment payment =
        new Payment(
            terms(),
            attempt(document.get("attempt", Document.class)),
            AuthenticationDocuments.read(document.get("authentication", Document.class)),
            States.read(document),
            list("increments", this::increment),
            list("captures", this::capture),
            list("refunds", this::refund),
            list("advices", this::advice),
            document.getLong("seq"));
    return new PaymentRecord(
        payment,
        document.getLong("version"),
        document.getString("writer"),
        document.getString("request_hash"),
        answer(document.get("answer", Document.class)),
        list("operations", PaymentRecords::operation),
        list("timeline", PaymentRecords::entry),
        OutboxEntry.of(document));
  }

  private PaymentTerms terms() {
    return new PaymentTerms(
        document.getString("_id"),
        document.getString("merchant_id"),
        Mode.of(document.getString("mode")),
        money(document, "amount"),
        document.getString("order_id"),
        CaptureMethod.valueOf(document.getString("capture_method")),
        document.getInteger("installments"),
        card(document.get("card", Document.class)),
        risk(document.get("risk", Document.class)),
        document.getString("terminal_id"),
        document.getString("mcc"),
        document.getString("description"),
        metadata(document.getList("metadata", Document.class)),
        instant(document, "created_at"),
        CredentialDocuments.read(document.get("credential", Document.class)));
  }

  private static Map<String, String> metadata(List<Document> stored) {
    Map<String, String> metadata = new LinkedHashMap<>();
    stored.forEach(pair -> metadata.put(pair.getString("name"), pair.getString("value")));
    return metadata;
  }

  private static Card card(Document card) {
    return new Card(
        card.getString("token"),
        card.getString("brand"),
        card.getString("bin"),
        card.getString("last4"),
        card.getString("funding"),
        card.getString("issuer_country"),
        card.getString("card_class"),
        card.getString("fingerprint"));
  }

  private static Risk risk(Document risk) {
    return new Risk(
        risk.getString("decision"),
        risk.getInteger("score"),
        risk.getList("reasons", String.class),
        risk.getBoolean("timed_out"));
  }

  private Capture capture(Document capture) {
    return new Capture(
        capture.getLong("seq"),
        money(capture, "amount"),
        day(capture),
        capture.getInteger("contract_version"),
        capture.getBoolean("final"),
        instant(capture, "captured_at"),
        money(capture, "refunded"));
  }

  private Increment increment(Document increment) {
    Document decline = increment.get("decline", Document.class);
    return new Increment(
        increment.getString("id"),
        money(increment, "amount"),
        Increment.Status.valueOf(increment.getString("status")),
        decline == null ? null : States.decline(decline),
        sent(increment.get("attempt", Document.class)),
        instant(increment, "created_at"));
  }

  private Refund refund(Document refund) {
    return new Refund(
        refund.getString("id"),
        money(refund, "amount"),
        refund.getString("reason"),
        Refund.Status.valueOf(refund.getString("status")),
        refund.getString("failure_code"),
        sent(refund.get("attempt", Document.class)),
        instant(refund, "created_at"),
        refund.getLong("seq"),
        refund.getString("sales_day") == null ? null : day(refund),
        refund.getList("portions", Document.class).stream().map(this::portion).toList());
  }

  private CapturePortion portion(Document portion) {
    return new CapturePortion(
        portion.getLong("capture_seq"),
        money(portion, "captured"),
        day(portion),
        portion.getInteger("contract_version"),
        money(portion, "refunded_before"),
        money(portion, "refunded_after"));
  }

  private Advice advice(Document advice) {
    return new Advice(
        advice.getInteger("number"),
        Advice.Cause.valueOf(advice.getString("cause")),
        sent(advice.get("original", Document.class)),
        advice.getString("original_mti"),
        money(advice, "original_amount"),
        money(advice, "remaining"),
        instant(advice, "stored_at"),
        advice.getBoolean("due"),
        advice.getInteger("round"),
        advice.getInteger("tries"));
  }

  private static Operation operation(Document operation) {
    return new Operation(
        operation.getString("key"),
        operation.getString("request_hash"),
        operation.getString("writer"),
        instant(operation, "at"),
        operation.getString("begun_id"),
        operation.getBoolean("rejection"),
        answer(operation.get("answer", Document.class)));
  }

  private static TimelineEntry entry(Document entry) {
    return new TimelineEntry(
        entry.getInteger("number"),
        entry.getString("key"),
        entry.getString("type"),
        instant(entry, "at"),
        entry.get("data", Document.class));
  }

  private static @Nullable Attempt attempt(@Nullable Document attempt) {
    return attempt == null ? null : sent(attempt);
  }

  private static Attempt sent(Document attempt) {
    return new Attempt(
        attempt.getString("rrn"),
        attempt.getString("stan"),
        instant(attempt, "transmitted_at"),
        instant(attempt, "deadline"));
  }

  private static @Nullable FrozenAnswer answer(@Nullable Document answer) {
    return answer == null
        ? null
        : new FrozenAnswer(answer.getInteger("status"), answer.getString("body"));
  }

  private <T> List<T> list(String field, Function<Document, T> each) {
    return document.getList(field, Document.class).stream().map(each).toList();
  }

  private Money money(Document from, String field) {
    return new Money(from.getLong(field), currency);
  }

  private static LocalDate day(Document from) {
    return LocalDate.parse(from.getString("sales_day"));
  }

  private static Instant instant(Document from, String field) {
    return from.getDate(field).toInstant();
  }
}
