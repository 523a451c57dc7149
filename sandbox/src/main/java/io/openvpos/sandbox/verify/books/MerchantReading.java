package io.openvpos.sandbox.verify.books;

import io.openvpos.sandbox.verify.books.BookedEntry.Detail;
import io.openvpos.sandbox.verify.books.BookedEntry.Posting;
import io.openvpos.sandbox.verify.books.BookedEntry.Reserve;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Field names of the database `merchant`.
public final class MerchantReading {

  public static final String DATABASE = "merchant";
  public static final String ENTRIES = DATABASE + ".entries";
  public static final String HEADS = DATABASE + ".heads";
  public static final String DAYS = DATABASE + ".days";

  public static final String ADJUSTMENTS = DATABASE + ".adjustments";

  private MerchantReading() {}

  public static BookedAdjustment adjustment(Document found) {
    return new BookedAdjustment(
        found.getString("_id"),
        Fields.number(found, "version"),
        String.join(
            "|",
            found.getString("merchant_id"),
            found.getString("mode"),
            found.getString("currency")),
        Fields.number(found, "amount"),
        "approved".equals(found.getString("status")),
        found.getString("asked_by"),
        found.getString("decided_by"),
        Fields.dayOrNull(found, "sales_day"));
  }

  public static BookedEntry entry(Document found) {
    return new BookedEntry(
        found.getString("_id"),
        Fields.shared(found, "head"),
        Fields.number(found, "seq"),
        found.getString("event_id"),
        Fields.shared(found, "type"),
        Fields.day(found, "sales_day"),
        Fields.dayOrNull(found, "carried_over_from"),
        Fields.numberOrNull(found, "contract_version"),
        Fields.list(
            found,
            "postings",
            leg -> new Posting(Fields.shared(leg, "account"), Fields.number(leg, "amount"))),
        found.getString("previous_hash"),
        found.getString("hash"),
        Fields.shared(found, "source_topic"),
        Math.toIntExact(Fields.number(found, "source_partition")),
        detail(found.get("line", Document.class)));
  }

  private static @Nullable Detail detail(@Nullable Document found) {
    return found == null
        ? null
        : new Detail(
            found.getString("payment_id"),
            found.getString("refund_id"),
            found.getString("order_id"),
            Instant.parse(found.getString("captured_at")),
            found.getString("card_brand"),
            found.getString("last4"),
            Math.toIntExact(Fields.number(found, "installments")),
            found.getString("rrn"),
            found.getString("authorization_code"),
            Math.toIntExact(Fields.number(found, "value_days")),
            found.getInteger("payout_parts", 1),
            new Reserve(
                found.getInteger("reserve_basis_points", 0), found.getInteger("reserve_days", 0)));
  }

  public static BookedHead head(Document found) {
    return new BookedHead(
        found.getString("_id"),
        Fields.number(found, "seq"),
        numbers(found.get("balances", Document.class)),
        Fields.number(found, "paid_out"),
        found.getString("last_hash"),
        found.getList("pending", Document.class, List.of()).size());
  }

  public static BookedMarkers markers(Document found) {
    Map<LocalDate, Long> ended = new TreeMap<>();
    numbers(found.get("ended", Document.class))
        .forEach((day, offset) -> ended.put(Fields.day(day), offset));
    return new BookedMarkers(found.getString("_id"), ended);
  }

  private static Map<String, Long> numbers(Document found) {
    Map<String, Long> numbers = new TreeMap<>();
    found.keySet().forEach(field -> numbers.put(field, Fields.number(found, field)));
    return numbers;
  }
}
