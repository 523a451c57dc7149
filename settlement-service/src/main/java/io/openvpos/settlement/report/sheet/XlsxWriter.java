package io.openvpos.settlement.report.sheet;

import io.openvpos.settlement.report.Labels;
import io.openvpos.settlement.report.Plain;
import io.openvpos.settlement.report.Target;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Column;
import io.openvpos.settlement.report.domain.Fact;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportWriter;
import io.openvpos.settlement.report.domain.Row;
import io.openvpos.settlement.report.domain.Total;
import io.openvpos.settlement.report.domain.Trailer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A workbook that goes out as it is written; its rows are written and packed once for all
/// languages. A sheet takes a million rows; what does not fit stands on the next one. The totals
/// stand on a sheet of their own, by formula and by value. See docs/decisions/0048.
public final class XlsxWriter implements ReportWriter {

  /// A sheet of Excel has 1 048 576 rows.
  private static final int ROWS_OF_A_SHEET = 1_000_000;

  private static final int ROW_LETTERS = 3_072;

  private record Book(Labels labels, ZipParts zip) {}

  private final List<Book> books;
  private final int rowsOfASheet;
  private final List<Integer> full = new ArrayList<>();
  private @Nullable Report report;
  private int rows;

  public XlsxWriter(List<Target> targets) {
    this(targets, ROWS_OF_A_SHEET);
  }

  XlsxWriter(List<Target> targets, int rowsOfASheet) {
    books =
        targets.stream()
            .map(one -> new Book(Labels.of(one.language()), new ZipParts(one.out())))
            .toList();
    this.rowsOfASheet = rowsOfASheet;
  }

  @Override
  public void begin(Report begun) throws IOException {
    report = begun;
    openSheet();
  }

  @Override
  public void page(List<Row> page) throws IOException {
    int from = 0;
    while (from < page.size()) {
      if (rows == rowsOfASheet) {
        finishSheet();
        openSheet();
      }
      int to = Math.min(page.size(), from + rowsOfASheet - rows);
      part(page.subList(from, to));
      from = to;
    }
  }

  private void part(List<Row> part) throws IOException {
    StringBuilder xml = new StringBuilder(part.size() * ROW_LETTERS);
    SheetXml sheet = new SheetXml(xml);
    for (Row row : part) {
      rows++;
      row(sheet, rows, row.cells());
    }
    Packed packed = Packed.of(bytes(xml));
    for (Book book : books) {
      book.zip().add(packed);
    }
  }

  @Override
  public void end(Trailer trailer, String contentSha256) throws IOException {
    finishSheet();
    for (Book book : books) {
      StringBuilder xml = new StringBuilder();
      totals(new SheetXml(xml), book.labels(), trailer, contentSha256);
      book.zip().put(WorkbookXml.sheetEntry(full.size() + 1), xml.append(SheetXml.END).toString());
      List<String> names = new ArrayList<>();
      ranges(book.labels()).forEach(range -> names.add(range.sheet()));
      names.add(book.labels().text("sheet.totals"));
      WorkbookXml.write(book.zip(), names, Objects.requireNonNull(report).day());
      book.zip().finish();
    }
  }

  private void openSheet() throws IOException {
    rows = 0;
    for (Book book : books) {
      book.zip().begin(WorkbookXml.sheetEntry(full.size() + 1));
      StringBuilder xml = new StringBuilder();
      SheetXml sheet = new SheetXml(xml);
      sheet.begin(columns(), true);
      headings(sheet, book.labels());
      book.zip().add(Packed.of(bytes(xml)));
    }
  }

  private void finishSheet() throws IOException {
    full.add(rows);
    Packed end = Packed.last(SheetXml.END.getBytes(StandardCharsets.UTF_8));
    for (Book book : books) {
      book.zip().add(end);
      book.zip().end();
    }
  }

  private List<Formula.Range> ranges(Labels labels) {
    String name = labels.text("sheet.lines");
    List<Formula.Range> ranges = new ArrayList<>();
    for (int sheet = 0; sheet < full.size(); sheet++) {
      ranges.add(new Formula.Range(sheet == 0 ? name : name + " " + (sheet + 1), full.get(sheet)));
    }
    return ranges;
  }

  private void headings(SheetXml sheet, Labels labels) {
    sheet.beginRow(0);
    List<Column> columns = columns();
    for (int column = 0; column < columns.size(); column++) {
      sheet.text(column, labels.column(columns.get(column).key()), Look.HEADING);
    }
    sheet.endRow();
  }

  private List<Column> columns() {
    return Objects.requireNonNull(report).columns();
  }

  private static void row(SheetXml sheet, int number, List<Cell> cells) {
    sheet.beginRow(number);
    for (int column = 0; column < cells.size(); column++) {
      sheet.cell(column, cells.get(column));
    }
    sheet.endRow();
  }

  private void totals(SheetXml sheet, Labels labels, Trailer trailer, String contentSha256) {
    sheet.begin(columns(), false);
    headings(sheet, labels);
    int row = 1;
    for (Total total : trailer.totals()) {
      sheet.beginRow(row++);
      formulas(sheet, labels, total);
      sheet.endRow();
      List<Cell> values = new ArrayList<>(total.cells());
      values.set(0, new Cell.Text(labels.text("total.value")));
      row(sheet, row++, values);
    }
    List<Fact> facts = new ArrayList<>(trailer.facts());
    facts.add(Fact.of("content_sha256", new Cell.Text(contentSha256)));
    for (Fact fact : facts) {
      sheet.beginRow(++row);
      fact(sheet, labels, fact);
      sheet.endRow();
    }
  }

  private void formulas(SheetXml sheet, Labels labels, Total total) {
    List<Formula.Range> ranges = ranges(labels);
    sheet.text(0, labels.text("total.formula"), Look.PLAIN);
    for (int column = 1; column < total.cells().size(); column++) {
      switch (total.cells().get(column)) {
        case Cell.Amount amount -> {
          int look = Look.strongAmount(Plain.digits(amount.currency()));
          sheet.formula(column, Formula.sum(ranges, column, total.of()), look);
        }
        case Cell.Whole _ ->
            sheet.formula(column, Formula.sum(ranges, column, total.of()), Look.PLAIN);
        case Cell other -> sheet.cell(column, other);
      }
    }
  }

  private static void fact(SheetXml sheet, Labels labels, Fact fact) {
    sheet.text(0, labels.fact(fact.key()), Look.STRONG);
    int column = 1;
    for (Fact.Field field : fact.fields()) {
      if (fact.fields().size() > 1) {
        sheet.text(column++, labels.column(field.key()), Look.PLAIN);
      }
      sheet.cell(column++, field.cell());
    }
  }

  private static byte[] bytes(StringBuilder xml) {
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }
}
