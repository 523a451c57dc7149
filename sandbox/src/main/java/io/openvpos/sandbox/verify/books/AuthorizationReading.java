package io.openvpos.sandbox.verify.books;

import io.openvpos.sandbox.verify.books.BookedPayment.Advice;
import io.openvpos.sandbox.verify.books.BookedPayment.Amounts;
import io.openvpos.sandbox.verify.books.BookedPayment.Answer;
import io.openvpos.sandbox.verify.books.BookedPayment.Capture;
import io.openvpos.sandbox.verify.books.BookedPayment.Increment;
import io.openvpos.sandbox.verify.books.BookedPayment.Operation;
import io.openvpos.sandbox.verify.books.BookedPayment.Portion;
import io.openvpos.sandbox.verify.books.BookedPayment.Refund;
import io.openvpos.sandbox.verify.books.BookedPayment.Voided;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Field names of the database `authorization`.
public final class AuthorizationReading {

  public static final String DATABASE = "authorization";
  public static final String PAYMENTS = DATABASE + ".payments";

  public static final String WEBHOOK_ENDPOINTS = DATABASE + ".webhook_endpoints";
  public static final String WEBHOOK_DELIVERIES = DATABASE + ".webhook_deliveries";

  /// The one collection that may know card numbers; encrypted.
  public static final String VAULT = DATABASE + ".vault";

  /// What was asked of issuers without an amount.
  public static final String VERIFICATIONS = DATABASE + ".card_verifications";

  /// When a payment has to be looked at next; absent if nothing of it is open.
  public static final String ATTENTION_AT = "attention_at";

  private AuthorizationReading() {}

  public static BookedPayment payment(Document found) {
    Document attempt = found.get("attempt", Document.class);
    return new BookedPayment(
        found.getString("_id"),
        found.getString("merchant_id"),
        found.getString("mode"),
        found.getString("currency"),
        found.getString("state"),
        found.getString("status"),
        Fields.number(found, "amount"),
        new Amounts(
            Fields.number(found, "amount_authorized"),
            Fields.number(found, "amount_capturable"),
            Fields.number(found, "amount_captured"),
            Fields.number(found, "amount_refunded")),
        Fields.number(found, "seq"),
        attempt == null ? null : attempt.getString("rrn"),
        refusedRrn(found.get("authentication", Document.class)),
        Fields.list(found, "increments", AuthorizationReading::increment),
        Fields.list(found, "captures", AuthorizationReading::capture),
        Fields.list(found, "refunds", AuthorizationReading::refund),
        voided(found.get("voided", Document.class)),
        Fields.list(found, "advices", AuthorizationReading::advice),
        Fields.list(found, "operations", AuthorizationReading::operation),
        answer(found.get("answer", Document.class)));
  }

  private static Increment increment(Document found) {
    return new Increment(
        found.getString("id"),
        Fields.number(found, "amount"),
        found.getString("status"),
        found.get("attempt", Document.class).getString("rrn"));
  }

  private static @Nullable String refusedRrn(@Nullable Document authentication) {
    return authentication == null ? null : authentication.getString("refused_rrn");
  }

  private static Capture capture(Document found) {
    return new Capture(
        Fields.number(found, "seq"),
        Fields.number(found, "amount"),
        Fields.day(found, "sales_day"),
        Math.toIntExact(Fields.number(found, "contract_version")),
        Fields.number(found, "refunded"));
  }

  private static Refund refund(Document found) {
    return new Refund(
        found.getString("id"),
        Fields.number(found, "amount"),
        found.getString("status"),
        found.get("attempt", Document.class).getString("rrn"),
        Fields.number(found, "seq"),
        Fields.dayOrNull(found, "sales_day"),
        Fields.list(found, "portions", AuthorizationReading::portion));
  }

  private static Portion portion(Document found) {
    return new Portion(
        Fields.number(found, "capture_seq"),
        Fields.number(found, "captured"),
        Fields.number(found, "refunded_before"),
        Fields.number(found, "refunded_after"));
  }

  private static Advice advice(Document found) {
    return new Advice(
        Math.toIntExact(Fields.number(found, "number")),
        found.get("original", Document.class).getString("rrn"),
        found.getBoolean("due"));
  }

  private static Operation operation(Document found) {
    return new Operation(
        found.getString("key"),
        found.getString("begun_id"),
        found.getBoolean("rejection"),
        answer(found.get("answer", Document.class)));
  }

  private static @Nullable Voided voided(@Nullable Document found) {
    return found == null
        ? null
        : new Voided(Fields.number(found, "seq"), Fields.day(found, "sales_day"));
  }

  private static @Nullable Answer answer(@Nullable Document found) {
    return found == null
        ? null
        : new Answer(Math.toIntExact(Fields.number(found, "status")), found.getString("body"));
  }
}
