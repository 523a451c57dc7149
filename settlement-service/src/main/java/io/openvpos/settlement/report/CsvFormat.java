package io.openvpos.settlement.report;

import io.openvpos.money.Money;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Detail;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
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

  /// Part of the format, not a setting: the same batch must give the same bytes everywhere.
  private static final DateTimeFormatter LOCAL_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneId.of("Europe/Istanbul"));

  /// A spreadsheet takes a text that starts with one of these for a formula.
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CsvFormat() {}

  public static String header() {
    return row(COLUMNS);
  }

  public static String line(Line line, LocalDate valueDate) {
    Detail detail = line.detail();
    String currency = line.head().currency();
    return row(
        List.of(
            line.batchId(),
            line.salesDay().toString(),
            Objects.toString(line.carriedOverFrom(), ""),
            line.type().code(),
            detail.paymentId(),
            Objects.toString(detail.refundId(), ""),
            guarded(detail.orderId()),
            line.entryId(),
            time(detail.capturedAt()),
            detail.cardBrand(),
            detail.last4(),
            String.valueOf(detail.installments()),
            Objects.toString(detail.rrn(), ""),
            Objects.toString(detail.authorizationCode(), ""),
            currency,
            decimal(line.figures().gross(), currency),
            decimal(line.figures().commission(), currency),
            decimal(line.figures().tax(), currency),
            decimal(line.figures().net(), currency),
            valueDate.toString()));
  }

  private static String row(List<String> cells) {
    return cells.stream().map(CsvFormat::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /// The shop chooses this text, and somebody opens the report in a spreadsheet.
  private static String guarded(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "" : LOCAL_TIME.format(at);
  }

  private static String decimal(long minorUnits, String currency) {
    return Money.of(minorUnits, currency).toDecimal();
  }
}
