package io.openvpos.settlement.report.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.settlement.report.DigestStream;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Column;
import io.openvpos.settlement.report.domain.Column.Kind;
import io.openvpos.settlement.report.domain.FileFormat;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportKind;
import io.openvpos.settlement.report.domain.ReportWriter;
import io.openvpos.settlement.report.domain.Row;
import io.openvpos.settlement.report.domain.Total;
import io.openvpos.settlement.report.domain.Trailer;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;

/// Goal: the memory that a report takes does not depend on its length. Method: 200 000 rows are
/// written in every format at once, and what the heap holds after a collection in the middle is
/// compared with what it held near the beginning.
class LongReportTest {

  private static final int PAGE = 500;
  private static final LocalDate D = LocalDate.parse("2026-11-24");

  @Test
  void noWriterKeepsRows() {
    List<DigestStream> streams = new ArrayList<>();
    List<ReportWriter> writers = new ArrayList<>();
    for (FileFormat format : FileFormat.values()) {
      DigestStream stream = new DigestStream(OutputStream.nullOutputStream());
      streams.add(stream);
      writers.add(ReportFormats.writer(format, Language.EN, stream));
    }
    List<Long> held = new ArrayList<>();
    int[] pages = {0};
    ReportRun.write(
        report(200_000),
        writers,
        () -> {
          if (++pages[0] == 40 || pages[0] == 390) {
            held.add(heldAfterCollection());
          }
        });
    assertThat(held).hasSize(2);
    assertThat(held.getLast() - held.getFirst())
        .as("bytes that 175 000 rows of 10 cells left behind, of %s", held)
        .isLessThan(8L << 20);
    assertThat(streams).allMatch(stream -> stream.count() > 10_000);
  }

  @Test
  void aPaperIsCutAndSaysSo() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportRun.write(
        report(20_000), List.of(ReportFormats.writer(FileFormat.PDF, Language.EN, out)), () -> {});
    PdfReader reader = new PdfReader(out.toByteArray());
    assertThat(reader.getNumberOfPages()).isBetween(90, 130);
    assertThat(
            new org.openpdf.text.pdf.parser.PdfTextExtractor(reader)
                .getTextFromPage(reader.getNumberOfPages()))
        .contains("15000 more lines", "199,990,000.00");
    reader.close();
  }

  private static long heldAfterCollection() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Report report(int rows) {
    List<Column> columns =
        IntStream.range(0, 10)
            .mapToObj(place ->
                place == 9 ? new Column("gross", Kind.AMOUNT) : new Column("order_id", Kind.TEXT))
            .toList();
    return new Report(ReportKind.SUMMARY, "long", D, List.of(), columns, () -> new Body(rows));
  }

  private static final class Body implements Report.Body {
    private final int rows;
    private int next;

    Body(int rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return next < rows;
    }

    @Override
    public List<Row> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      List<Row> page = LongStream.range(next, next + PAGE).mapToObj(Body::row).toList();
      next += PAGE;
      return page;
    }

    private static Row row(long number) {
      List<Cell> cells = new ArrayList<>();
      for (int place = 0; place < 9; place++) {
        cells.add(new Cell.Text("order-" + number + "-" + place));
      }
      cells.add(Cell.amount(number * 100, "TRY"));
      return new Row(cells);
    }

    @Override
    public Trailer trailer() {
      List<Cell> cells = new ArrayList<>();
      for (int place = 0; place < 9; place++) {
        cells.add(Cell.EMPTY);
      }
      cells.add(Cell.amount((long) rows * (rows - 1) / 2 * 100, "TRY"));
      return new Trailer(List.of(new Total(List.of(), cells)), List.of());
    }
  }
}
