package io.openvpos.settlement.report.csv;

import io.openvpos.settlement.report.DigestStream;
import io.openvpos.settlement.report.Labels;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Fact;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportWriter;
import io.openvpos.settlement.report.domain.Row;
import io.openvpos.settlement.report.domain.Total;
import io.openvpos.settlement.report.domain.Trailer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A header, the rows, and the trailer. Every line has as many fields as there are columns; those
/// of the trailer have a first field that starts with `#`. The last one holds the SHA-256 of all
/// bytes before it.
public final class CsvWriter implements ReportWriter {

  private final CsvProfile profile;
  private final Labels labels;
  private final DigestStream out;
  private int columns;

  public CsvWriter(CsvProfile profile, Labels labels, OutputStream out) {
    this.profile = profile;
    this.labels = labels;
    this.out = new DigestStream(out);
  }

  @Override
  public void begin(Report report) throws IOException {
    columns = report.columns().size();
    StringBuilder text = new StringBuilder(profile.start());
    line(
        text,
        report.columns().stream()
            .<Cell>map(column -> new Cell.Text(labels.heading(column.key())))
            .toList());
    write(text);
  }

  @Override
  public void page(List<Row> rows) throws IOException {
    StringBuilder text = new StringBuilder(rows.size() * 256);
    rows.forEach(row -> line(text, row.cells()));
    write(text);
  }

  @Override
  public void end(Trailer trailer, String contentSha256) throws IOException {
    endWithoutDigest(trailer);
    StringBuilder last = new StringBuilder();
    line(last, cells(Fact.of("sha256", new Cell.Text(out.hexSoFar()))));
    write(last);
    out.flush();
  }

  /// SHA-256 of what has been written.
  public String digest() {
    return out.hexSoFar();
  }

  /// Writes the trailer without its last line.
  public void endWithoutDigest(Trailer trailer) throws IOException {
    StringBuilder text = new StringBuilder();
    trailer.totals().forEach(total -> line(text, total(total)));
    trailer.facts().forEach(fact -> line(text, cells(fact)));
    write(text);
  }

  private static List<Cell> total(Total total) {
    List<Cell> cells = new ArrayList<>(total.cells());
    cells.set(0, new Cell.Text("#total"));
    return cells;
  }

  private static List<Cell> cells(Fact fact) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text("#" + fact.key()));
    fact.fields().forEach(field -> cells.add(field.cell()));
    return cells;
  }

  private void line(StringBuilder text, List<Cell> cells) {
    for (int place = 0; place < columns; place++) {
      profile.append(text, place == 0, place < cells.size() ? cells.get(place) : Cell.EMPTY);
    }
    text.append("\r\n");
  }

  private void write(StringBuilder text) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
