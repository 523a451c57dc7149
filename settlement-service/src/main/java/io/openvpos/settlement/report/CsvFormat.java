package io.openvpos.settlement.report;

import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Detail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The columns of the batch report and how each is written: RFC 4180, CRLF, decimals with a dot,
/// signed from the merchant's view. Nothing here depends on where or when it runs.
public final class CsvFormat {

  private static final List<String> COLUMNS =
      List.of(
          "batch_id",
          "sales_day",
          "carried_over_from",
          "type",
          "payment_id",
          "refund_id",
          "order_id",
          "entry_id",
          "captured_at",
          "card_brand",
          "last4",
          "installments",
          "rrn",
          "authorization_code",
          "currency",
          "gross",
          "commission",
          "tax",
          "net",
          "value_date");

  /// A spreadsheet takes a text that starts with one of these for a formula.
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CsvFormat() {}

  public static String header() {
    return String.join(",", COLUMNS) + "\r\n";
  }

  /// Adds one row.
  public static void line(StringBuilder row, Line line, String batchId, LocalDate valueDate) {
    Detail detail = line.detail();
    String currency = line.head().currency();
    next(row, batchId);
    Plain.isoDay(row, line.salesDay());
    row.append(',');
    if (line.carriedOverFrom() != null) {
      Plain.isoDay(row, line.carriedOverFrom());
    }
    row.append(',');
    next(row, line.type().code());
    next(row, detail.paymentId());
    next(row, Objects.toString(detail.refundId(), ""));
    next(row, guarded(detail.orderId()));
    next(row, line.entryId());
    time(row, detail.capturedAt());
    next(row, detail.cardBrand());
    next(row, detail.last4());
    row.append(detail.installments()).append(',');
    next(row, Objects.toString(detail.rrn(), ""));
    next(row, Objects.toString(detail.authorizationCode(), ""));
    next(row, currency);
    amount(row, line.figures().gross(), currency);
    amount(row, line.figures().commission(), currency);
    amount(row, line.figures().tax(), currency);
    amount(row, line.figures().net(), currency);
    Plain.isoDay(row, valueDate);
    row.append("\r\n");
  }

  private static void next(StringBuilder row, String cell) {
    for (int at = 0; at < cell.length(); at++) {
      char c = cell.charAt(at);
      if (c == ',' || c == '"' || c == '\r' || c == '\n') {
        row.append('"').append(cell.replace("\"", "\"\"")).append("\",");
        return;
      }
    }
    row.append(cell).append(',');
  }

  /// The shop chooses this text, and somebody opens the report in a spreadsheet.
  private static String guarded(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  /// In Turkey's time: part of the format, not a setting.
  private static void time(StringBuilder row, @Nullable Instant at) {
    if (at != null) {
      Plain.isoMoment(row, Plain.local(at));
      row.append(Plain.offset(at).getId());
    }
    row.append(',');
  }

  private static void amount(StringBuilder row, long minorUnits, String currency) {
    Plain.amount(row, minorUnits, currency, '.');
    row.append(',');
  }
}
