package io.openvpos.sandbox.verify.checks;

import io.openvpos.money.Money;
import io.openvpos.sandbox.verify.books.BookedBatch;
import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedEntry.Detail;
import io.openvpos.sandbox.verify.books.BookedLine;
import io.openvpos.sandbox.verify.books.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns of the batch report up to the value date, as the HTTP contract lists them.
final class ReportRow {

  static final String HEADER =
      "batch_id,sales_day,carried_over_from,type,payment_id,refund_id,order_id,entry_id,"
          + "captured_at,card_brand,last4,installments,rrn,authorization_code,currency,gross,"
          + "commission,tax,net,value_date\r\n";

  private static final DateTimeFormatter LOCAL_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneId.of("Europe/Istanbul"));

  private ReportRow() {}

  /// Without the value date, which depends on the whole batch.
  static String of(BookedEntry entry) {
    Detail detail = entry.detail();
    return row(
        BookedBatch.id(entry.salesDay(), entry.head()),
        entry.salesDay(),
        entry.carriedOverFrom(),
        entry.type(),
        detail == null ? Detail.NONE : detail,
        entry.id(),
        entry.head(),
        Figures.of(entry));
  }

  static String of(BookedLine line) {
    return row(
        line.batchId(),
        line.salesDay(),
        line.carriedOverFrom(),
        line.type(),
        line.detail(),
        line.entryId(),
        line.head(),
        line.figures());
  }

  private static String row(
      String batchId,
      LocalDate salesDay,
      @Nullable LocalDate carriedOverFrom,
      String type,
      Detail detail,
      String entryId,
      String head,
      Figures figures) {
    String currency = head.substring(head.lastIndexOf('|') + 1);
    List<String> cells =
        List.of(
            batchId,
            salesDay.toString(),
            Objects.toString(carriedOverFrom, ""),
            type,
            detail.paymentId(),
            Objects.toString(detail.refundId(), ""),
            unlikeFormula(detail.orderId()),
            entryId,
            time(detail.capturedAt()),
            detail.cardBrand(),
            detail.last4(),
            String.valueOf(detail.installments()),
            Objects.toString(detail.rrn(), ""),
            Objects.toString(detail.authorizationCode(), ""),
            currency,
            decimal(figures.gross(), currency),
            decimal(figures.commission(), currency),
            decimal(figures.tax(), currency),
            decimal(figures.net(), currency));
    return cells.stream().map(ReportRow::quoted).collect(Collectors.joining(",", "", ","));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /// A spreadsheet would take such a text for a formula.
  private static String unlikeFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "" : LOCAL_TIME.format(at);
  }

  private static String decimal(long minorUnits, String currency) {
    return Money.of(minorUnits, currency).toDecimal();
  }
}
