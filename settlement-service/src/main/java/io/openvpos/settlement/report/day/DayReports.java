package io.openvpos.settlement.report.day;

import static io.openvpos.settlement.report.domain.Column.Kind.AMOUNT;
import static io.openvpos.settlement.report.domain.Column.Kind.DAY;
import static io.openvpos.settlement.report.domain.Column.Kind.TEXT;
import static io.openvpos.settlement.report.domain.Column.Kind.WHOLE;

import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Column;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportKind;
import java.util.List;

/// The three reports of a day. Columns begin with the day, mode and currency; then what the rows
/// are grouped by; then sums. The acquirer's reports are signed from its own view: a commission
/// earned and a tax owed to the state are positive.
public final class DayReports {

  private static final List<Column> COMMON =
      List.of(new Column("sales_day", DAY), new Column("mode", TEXT), new Column("currency", TEXT));

  private static final DayTable SUMMARY =
      new DayTable(
          COMMON,
          List.of(
              new DayTable.Key(new Column("card_brand", TEXT), group -> Cell.text(group.scheme())),
              new DayTable.Key(
                  new Column("card_class", TEXT), group -> Cell.text(group.cardClass())),
              merchant()),
          List.of(
              whole("lines", DaySum::lines),
              whole("captured_count", sum -> sum.types().capturedCount()),
              amount("captured", sum -> sum.types().captured()),
              amount("voided", sum -> sum.types().voided()),
              amount("refunded", sum -> sum.types().refunded()),
              amount("chargebacks", sum -> sum.types().chargebacks()),
              amount("gross", sum -> sum.figures().gross()),
              earned("commission", sum -> sum.figures().commission()),
              earned("tax", sum -> sum.figures().tax()),
              amount("net", sum -> sum.figures().net())));

  private static final DayTable TAX =
      new DayTable(
          COMMON,
          List.of(
              merchant(),
              new DayTable.Key(new Column("type", TEXT), group -> Cell.text(group.type().code()))),
          List.of(
              whole("lines", DaySum::lines),
              earned("tax_base", sum -> sum.figures().commission()),
              earned("tax", sum -> sum.figures().tax())));

  private static final DayTable COMMISSION =
      new DayTable(
          COMMON,
          List.of(
              merchant(),
              new DayTable.Key(new Column("card_brand", TEXT), group -> Cell.text(group.scheme())),
              new DayTable.Key(
                  new Column("card_class", TEXT), group -> Cell.text(group.cardClass())),
              new DayTable.Key(
                  new Column("installment_of", WHOLE), group -> Cell.whole(group.installments()))),
          List.of(
              whole("lines", DaySum::lines),
              amount("gross", sum -> sum.figures().gross()),
              earned("commission", sum -> sum.figures().commission())));

  private DayReports() {}

  public static Report of(ReportKind kind, DayBooks books) {
    return switch (kind) {
      case SUMMARY -> SUMMARY.report(kind, books);
      case TAX -> TAX.report(kind, books);
      case COMMISSION -> COMMISSION.report(kind, books);
      case SETTLEMENT -> throw new IllegalArgumentException("a report of one batch");
    };
  }

  private static DayTable.Key merchant() {
    return new DayTable.Key(
        new Column("merchant_id", TEXT), group -> Cell.text(group.head().merchantId()));
  }

  private static DayTable.Sum whole(String key, DayTable.Part part) {
    return new DayTable.Sum(new Column(key, WHOLE), part);
  }

  private static DayTable.Sum amount(String key, DayTable.Part part) {
    return new DayTable.Sum(new Column(key, AMOUNT), part);
  }

  /// What the merchants pay is what the acquirer gets.
  private static DayTable.Sum earned(String key, DayTable.Part part) {
    return amount(key, sum -> Math.negateExact(part.of(sum)));
  }
}
