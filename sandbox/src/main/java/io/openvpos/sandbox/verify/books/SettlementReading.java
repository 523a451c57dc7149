package io.openvpos.sandbox.verify.books;

import io.openvpos.sandbox.verify.books.BookedBatch.Range;
import io.openvpos.sandbox.verify.books.BookedEntry.Detail;
import io.openvpos.sandbox.verify.books.BookedEntry.Reserve;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/// Field names of the database `settlement`.
public final class SettlementReading {

  public static final String DATABASE = "settlement";

  /// The lines of all pages, one by one.
  public static final String LINES = DATABASE + ".lines";

  public static final String BATCHES = DATABASE + ".batches";
  public static final String BUSINESS_DAYS = DATABASE + ".business_days";
  public static final String PAYOUTS = DATABASE + ".payouts";
  public static final String PAYOUT_FILES = DATABASE + ".payout_files";
  public static final String PAYABLES = DATABASE + ".payables";

  /// The one document of the day that is open and the one that is closing.
  public static final String SEQUENCE = DATABASE + ".business_day_sequence";

  private SettlementReading() {}

  public static BookedLine line(Document found) {
    return new BookedLine(
        found.getString("_id"),
        Fields.shared(found, "head"),
        Fields.number(found, "seq"),
        found.getString("batch_id"),
        found.getString("entry_id"),
        found.getString("type"),
        Fields.day(found, "sales_day"),
        Fields.dayOrNull(found, "carried_over_from"),
        figures(found),
        detail(found),
        found.getString("hash"));
  }

  private static Detail detail(Document found) {
    Date capturedAt = found.getDate("captured_at");
    return new Detail(
        found.getString("payment_id"),
        found.getString("refund_id"),
        found.getString("order_id"),
        capturedAt == null ? null : capturedAt.toInstant(),
        found.getString("card_brand"),
        found.getString("last4"),
        Math.toIntExact(Fields.number(found, "installments")),
        found.getString("rrn"),
        found.getString("authorization_code"),
        Math.toIntExact(Fields.number(found, "value_days")),
        found.getInteger("parts", 1),
        new Reserve(
            found.getInteger("reserve_basis_points", 0), found.getInteger("reserve_days", 0)));
  }

  public static BookedBatch batch(Document found) {
    return new BookedBatch(
        found.getString("_id"),
        Fields.day(found, "day"),
        head(found),
        Fields.number(found, "lines"),
        figures(found),
        amounts(found, "dues"),
        Fields.list(
            found,
            "entries",
            range -> new Range(Fields.number(range, "from"), Fields.number(range, "to"))),
        found.getString("calendar_version"),
        found.getString("digest"));
  }

  public static BookedDay businessDay(Document found) {
    Document terms = found.get("terms", new Document());
    Map<String, String> systems = new TreeMap<>();
    terms
        .get("system_calendars", new Document())
        .forEach((currency, version) -> systems.put(currency, version.toString()));
    return new BookedDay(
        Fields.day(found, "_id"),
        found.get("batches") != null,
        found.get("closed_at") != null,
        found.getString("digest"),
        terms.getString("calendar_version"),
        systems);
  }

  public static BookedPayout payout(Document found) {
    return new BookedPayout(
        found.getString("_id"),
        head(found),
        Fields.day(found, "day"),
        Math.toIntExact(Fields.number(found, "number")),
        Fields.number(found, "amount"),
        Fields.day(found, "execution_date"));
  }

  public static BookedFile file(Document found) {
    return new BookedFile(
        found.getString("_id"),
        Fields.day(found, "day"),
        found.getString("mode") + "|" + found.getString("currency"),
        found.getString("payout_id"),
        Fields.number(found, "payouts"),
        Fields.number(found, "control_sum"));
  }

  public static BookedPayables payables(Document found) {
    List<BookedPayout> open = Fields.list(found, "open_payouts", SettlementReading::payout);
    long dues = sum(amounts(found, "dues"));
    long reserved = sum(amounts(found, "reserved"));
    return new BookedPayables(
        found.getString("_id"), Fields.dayOrNull(found, "folded_day"), dues, reserved, open);
  }

  private static long sum(Map<LocalDate, Long> amounts) {
    return amounts.values().stream().reduce(0L, Math::addExact);
  }

  private static Map<LocalDate, Long> amounts(Document found, String field) {
    Map<LocalDate, Long> dues = new TreeMap<>();
    for (Document due : found.getList(field, Document.class, List.of())) {
      dues.merge(Fields.day(due, "value_date"), Fields.number(due, "amount"), Math::addExact);
    }
    return dues;
  }

  private static Figures figures(Document found) {
    return new Figures(
        Fields.number(found, "gross"),
        Fields.number(found, "commission"),
        Fields.number(found, "tax"),
        Fields.number(found, "net"));
  }

  private static String head(Document found) {
    return String.join(
            "|",
            found.getString("merchant_id"),
            found.getString("mode"),
            found.getString("currency"))
        .intern();
  }
}
