package io.openvpos.settlement.report.pdf;

import io.openvpos.settlement.report.domain.Column;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which columns fit on paper, and where. A settlement report has more than a sheet is wide; what
/// is the same on every line stands at the top of it, the rest in the other formats.
final class PdfColumns {

  private static final Set<String> DETAIL =
      Set.of(
          "line_no",
          "type",
          "payment_id",
          "order_id",
          "card_brand",
          "card_masked",
          "installment_of",
          "capture_time",
          "gross_debit",
          "gross_credit",
          "commission",
          "tax",
          "net_debit",
          "net_credit",
          "value_date");

  private static final float GAP = 5;

  /// A column on paper.
  ///
  /// @param place of its cell in a row
  record Placed(Column column, int place, float x, float width) {

    float textWidth() {
      return width - GAP;
    }
  }

  private PdfColumns() {}

  static List<Placed> of(Report report) {
    List<Integer> places = new ArrayList<>();
    float weights = 0;
    for (int place = 0; place < report.columns().size(); place++) {
      Column column = report.columns().get(place);
      if (report.kind() != ReportKind.SETTLEMENT || DETAIL.contains(column.key())) {
        places.add(place);
        weights += weight(column);
      }
    }
    List<Placed> placed = new ArrayList<>();
    float x = Canvas.LEFT;
    for (int place : places) {
      Column column = report.columns().get(place);
      float width = (Canvas.RIGHT - Canvas.LEFT) * weight(column) / weights;
      placed.add(new Placed(column, place, x, width));
      x += width;
    }
    return placed;
  }

  private static float weight(Column column) {
    return switch (column.key()) {
      case "payment_id", "order_id" -> 5;
      case "merchant_id", "capture_time" -> 4.2f;
      case "line_no", "installment_of", "mode", "currency", "captured_count", "lines" -> 2;
      default -> column.kind() == Column.Kind.AMOUNT ? 3.4f : 3;
    };
  }
}
