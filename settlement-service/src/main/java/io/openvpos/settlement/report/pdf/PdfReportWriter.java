package io.openvpos.settlement.report.pdf;

import io.openvpos.pdf.Fonts;
import io.openvpos.pdf.ReproduciblePdf;
import io.openvpos.settlement.report.Labels;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Fact;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportWriter;
import io.openvpos.settlement.report.domain.Row;
import io.openvpos.settlement.report.domain.Total;
import io.openvpos.settlement.report.domain.Trailer;
import io.openvpos.settlement.report.pdf.Canvas.Style;
import io.openvpos.settlement.report.pdf.PdfColumns.Placed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;

/// A report on paper, in a temporary file first: what the library draws at random is settled there.
/// The library keeps a little of every page until the end, so no more than [#MOST_LINES] are
/// printed; the totals are of all.
public final class PdfReportWriter implements ReportWriter, AutoCloseable {

  /// A hundred pages: nobody reads more on paper.
  public static final int MOST_LINES = 5_000;

  private static final float ROW = 10.5f;

  private final Labels labels;
  private final PdfText texts;
  private final OutputStream out;
  private List<Placed> columns = List.of();
  private @Nullable Path file;
  private @Nullable OutputStream stream;
  private @Nullable Document document;
  private @Nullable Canvas canvas;
  private long lines;

  public PdfReportWriter(Language language, OutputStream out) {
    labels = Labels.of(language);
    texts = new PdfText(language);
    this.out = out;
  }

  @Override
  public void begin(Report report) throws IOException {
    columns = PdfColumns.of(report);
    file = Files.createTempFile("report", ".pdf");
    stream = new BufferedOutputStream(Files.newOutputStream(file));
    document = new Document(PageSize.A4.rotate());
    PdfWriter writer = PdfWriter.getInstance(document, stream);
    writer.setCloseStream(false);
    // The next levels take several times as long for a file that is little smaller.
    writer.setCompressionLevel(Deflater.BEST_SPEED);
    ReproduciblePdf.date(writer, report.day());
    String title = labels.text("title." + report.kind().code());
    document.addTitle(title);
    document.addSubject(report.subject());
    document.addProducer("open-vpos");
    document.open();
    String foot = report.kind().version() + " · " + report.subject();
    canvas = new Canvas(document, writer, Fonts.load(), foot, labels.text("pdf.page"));
    head(title, report.head());
    headings();
  }

  @Override
  public void page(List<Row> rows) {
    for (Row row : rows) {
      if (lines++ < MOST_LINES) {
        room(ROW);
        cells(row.cells(), Style.PLAIN);
      }
    }
  }

  @Override
  public void end(Trailer trailer, String contentSha256) throws IOException {
    if (lines > MOST_LINES) {
      room(ROW);
      String cut = String.format(Locale.ROOT, labels.text("pdf.cut"), lines - MOST_LINES);
      canvas().left(cut, Canvas.LEFT, width(), Style.PALE);
      canvas().down(ROW);
    }
    canvas().rule();
    canvas().down(ROW + 2);
    for (Total total : trailer.totals()) {
      room(ROW);
      cells(total(total), Style.STRONG);
    }
    canvas().down(ROW);
    List<Fact> facts = new ArrayList<>(trailer.facts());
    facts.add(Fact.of("content_sha256", new Cell.Text(contentSha256)));
    facts.forEach(this::fact);
    canvas().finish();
    Objects.requireNonNull(document).close();
    Objects.requireNonNull(stream).close();
    Path written = Objects.requireNonNull(file);
    ReproduciblePdf.settle(written);
    Files.copy(written, out);
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

  private void head(String title, List<Fact> facts) {
    canvas().left(title, Canvas.LEFT, width(), Style.TITLE);
    canvas().down(20);
    for (Fact fact : facts) {
      canvas().left(labels.column(fact.key()), Canvas.LEFT, 110, Style.PALE);
      canvas().left(texts.of(fact.fields().getFirst().cell()), Canvas.LEFT + 115, 600, Style.PLAIN);
      canvas().down(ROW);
    }
    canvas().down(6);
  }

  private void headings() {
    for (Placed placed : columns) {
      String label = labels.column(placed.column().key());
      put(label, placed, Style.STRONG);
    }
    canvas().rule();
    canvas().down(ROW + 3);
  }

  private void cells(List<Cell> cells, Style style) {
    canvas().beginRow(style);
    for (Placed placed : columns) {
      boolean number = placed.column().isNumber();
      float x = number ? placed.x() + placed.textWidth() : placed.x();
      canvas().cell(texts.of(cells.get(placed.place())), x, placed.textWidth(), number, style);
    }
    canvas().endRow();
    canvas().down(ROW);
  }

  private void put(String text, Placed placed, Style style) {
    if (placed.column().isNumber()) {
      float end = placed.x() + placed.textWidth();
      canvas().right(text, end, placed.textWidth(), style);
    } else {
      canvas().left(text, placed.x(), placed.textWidth(), style);
    }
  }

  private List<Cell> total(Total total) {
    List<Cell> cells = new ArrayList<>(total.cells());
    Placed first = columns.getFirst();
    cells.set(first.place(), new Cell.Text(labels.text("total")));
    return cells;
  }

  private void fact(Fact fact) {
    if (!canvas().hasRoomFor(ROW)) {
      canvas().newPage();
    }
    canvas().left(labels.fact(fact.key()), Canvas.LEFT, 150, Style.STRONG);
    float x = Canvas.LEFT + 155;
    for (Fact.Field field : fact.fields()) {
      boolean single = fact.fields().size() == 1;
      String text = texts.of(field.cell());
      String named = single ? text : labels.column(field.key()) + ": " + text;
      canvas().left(named, x, single ? 600 : 118, Style.PLAIN);
      x += 120;
    }
    canvas().down(ROW);
  }

  private void room(float height) {
    if (!canvas().hasRoomFor(height)) {
      canvas().newPage();
      headings();
    }
  }

  private Canvas canvas() {
    return Objects.requireNonNull(canvas);
  }

  private static float width() {
    return Canvas.RIGHT - Canvas.LEFT;
  }
}
