package io.openvpos.settlement.report.sheet;

import io.openvpos.settlement.report.Labels;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Column;
import io.openvpos.settlement.report.domain.Fact;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportWriter;
import io.openvpos.settlement.report.domain.Row;
import io.openvpos.settlement.report.domain.Total;
import io.openvpos.settlement.report.domain.Trailer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A workbook whose rows go to a temporary file page by page and are packed anew from there. A
/// sheet takes a million rows; what does not fit stands on the next one. The totals stand on a
/// sheet of their own, by formula and by value.
public final class XlsxWriter implements ReportWriter, AutoCloseable {

  /// A sheet of Excel has 1 048 576 rows.
  private static final int ROWS_OF_A_SHEET = 1_000_000;

  private static final String HEADER_FILL = "DDE3EA";

  private final Labels labels;
  private final OutputStream out;
  private final int rowsOfASheet;
  private final List<Formula.Range> full = new ArrayList<>();
  private @Nullable Path file;
  private @Nullable Report report;
  private @Nullable OutputStream stream;
  private @Nullable Workbook workbook;
  private @Nullable Worksheet sheet;
  private int rows;

  public XlsxWriter(Labels labels, OutputStream out) {
    this(labels, out, ROWS_OF_A_SHEET);
  }

  XlsxWriter(Labels labels, OutputStream out, int rowsOfASheet) {
    this.labels = labels;
    this.out = out;
    this.rowsOfASheet = rowsOfASheet;
  }

  @Override
  public void begin(Report begun) throws IOException {
    report = begun;
    file = Files.createTempFile("report", ".xlsx");
    stream = new BufferedOutputStream(Files.newOutputStream(file));
    workbook = new Workbook(stream, "open-vpos", "1.0");
    workbook.setCompressionLevel(Deflater.BEST_SPEED);
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

  /// Rows of one sheet; the formats of each column are set once for all of them.
  private void part(List<Row> part) throws IOException {
    int first = rows + 1;
    for (Row row : part) {
      rows++;
      for (int column = 0; column < row.cells().size(); column++) {
        Styles.value(open(), rows, column, row.cells().get(column));
      }
    }
    for (int column = 0; column < columns().size(); column++) {
      int start = 0;
      while (start < part.size()) {
        String format = Styles.format(part.get(start).cells().get(column));
        int end = start + 1;
        while (end < part.size()
            && Styles.format(part.get(end).cells().get(column)).equals(format)) {
          end++;
        }
        if (!format.isEmpty()) {
          open().range(first + start, column, first + end - 1, column).style().format(format).set();
        }
        start = end;
      }
    }
    open().flush();
  }

  @Override
  public void end(Trailer trailer, String contentSha256) throws IOException {
    finishSheet();
    Workbook book = Objects.requireNonNull(workbook);
    writeTotals(book.newWorksheet(labels.text("sheet.totals")), trailer, contentSha256);
    book.finish();
    Objects.requireNonNull(stream).close();
    Report written = Objects.requireNonNull(report);
    StableZip.repack(Objects.requireNonNull(file), written.day(), out);
    out.flush();
    close();
  }

  /// Removes the temporary file, also of a report that was not finished.
  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
    }
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }

  private void openSheet() {
    rows = 0;
    Worksheet opened = Objects.requireNonNull(workbook).newWorksheet(sheetName());
    headings(opened, 0);
    opened.freezePane(0, 1);
    sheet = opened;
  }

  private String sheetName() {
    String name = labels.text("sheet.lines");
    return full.isEmpty() ? name : name + " " + (full.size() + 1);
  }

  private void finishSheet() throws IOException {
    full.add(new Formula.Range(sheetName(), rows));
    open().finish();
  }

  private Worksheet open() {
    return Objects.requireNonNull(sheet);
  }

  private void headings(Worksheet on, int row) {
    List<Column> columns = columns();
    for (int column = 0; column < columns.size(); column++) {
      on.inlineString(row, column, labels.column(columns.get(column).key()));
      on.width(column, columns.get(column).kind() == Column.Kind.TEXT ? 20 : 14);
    }
    on.range(row, 0, row, columns.size() - 1).style().bold().fillColor(HEADER_FILL).set();
  }

  private List<Column> columns() {
    return Objects.requireNonNull(report).columns();
  }

  private static void put(Worksheet on, int row, List<Cell> cells) {
    for (int column = 0; column < cells.size(); column++) {
      Styles.put(on, row, column, cells.get(column));
    }
  }

  private void writeTotals(Worksheet on, Trailer trailer, String contentSha256) throws IOException {
    int row = 0;
    headings(on, row++);
    for (Total total : trailer.totals()) {
      formulas(on, row++, total);
      List<Cell> values = new ArrayList<>(total.cells());
      values.set(0, new Cell.Text(labels.text("total.value")));
      put(on, row++, values);
    }
    for (Fact fact : trailer.facts()) {
      fact(on, ++row, fact);
    }
    fact(on, ++row, Fact.of("content_sha256", new Cell.Text(contentSha256)));
    on.finish();
  }

  private void formulas(Worksheet on, int row, Total total) {
    on.inlineString(row, 0, labels.text("total.formula"));
    IntStream.range(1, total.cells().size())
        .forEach(column -> {
          Cell cell = total.cells().get(column);
          switch (cell) {
            case Cell.Amount amount -> {
              on.formula(row, column, Formula.sum(full, column, total.of()));
              on.style(row, column).format(Styles.amountFormat(amount.currency())).bold().set();
            }
            case Cell.Whole _ -> on.formula(row, column, Formula.sum(full, column, total.of()));
            default -> Styles.put(on, row, column, cell);
          }
        });
  }

  private void fact(Worksheet on, int row, Fact fact) {
    on.inlineString(row, 0, labels.fact(fact.key()));
    on.style(row, 0).bold().set();
    int column = 1;
    for (Fact.Field field : fact.fields()) {
      if (fact.fields().size() > 1) {
        on.inlineString(row, column++, labels.column(field.key()));
      }
      Styles.put(on, row, column++, field.cell());
    }
  }
}
