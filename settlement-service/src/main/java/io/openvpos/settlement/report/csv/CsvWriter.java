package io.openvpos.settlement.report.csv;

import io.openvpos.settlement.report.DigestStream;
import io.openvpos.settlement.report.Labels;
import io.openvpos.settlement.report.Target;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Fact;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportWriter;
import io.openvpos.settlement.report.domain.Row;
import io.openvpos.settlement.report.domain.Total;
import io.openvpos.settlement.report.domain.Trailer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A header, the rows, and the trailer. Every line has as many fields as there are columns; those
/// of the trailer have a first field that starts with `#`. The last one holds the SHA-256 of all
/// bytes before it. Only headers differ between languages.
public final class CsvWriter implements ReportWriter {

  private static final int ROW_LETTERS = 512;

  /// A file and what it held so far.
  private record Open(Language language, DigestStream out) {}

  private final CsvProfile profile;
  private final List<Open> files;
  private int columns;
  private boolean trailerWritten;

  public CsvWriter(CsvProfile profile, List<Target> targets) {
    this.profile = profile;
    files =
        targets.stream()
            .map(target -> new Open(target.language(), DigestStream.over(target.out())))
            .toList();
  }

  @Override
  public void begin(Report report) throws IOException {
    columns = report.columns().size();
    for (Open file : files) {
      Labels labels = Labels.of(file.language());
      StringBuilder text = new StringBuilder(profile.start());
      line(
          text,
          report.columns().stream()
              .<Cell>map(column -> new Cell.Text(labels.heading(column.key())))
              .toList());
      file.out().write(bytes(text));
    }
  }

  @Override
  public void page(List<Row> rows) throws IOException {
    StringBuilder text = new StringBuilder(rows.size() * ROW_LETTERS);
    rows.forEach(row -> line(text, row.cells()));
    write(text);
  }

  @Override
  public void end(Trailer trailer, String contentSha256) throws IOException {
    endWithoutDigest(trailer);
    for (Open file : files) {
      StringBuilder last = new StringBuilder();
      line(last, cells(Fact.of("sha256", new Cell.Text(file.out().hexSoFar()))));
      file.out().write(bytes(last));
      file.out().flush();
    }
  }

  /// Whether it writes the file whose digest stands for the content in every format: the English
  /// CSV.
  public boolean tellsContent() {
    return profile == CsvProfile.RFC_4180
        && files.stream().anyMatch(file -> file.language() == Language.EN);
  }

  /// SHA-256 of what has been written of the English file.
  public String digest() {
    return files.stream()
        .filter(file -> file.language() == Language.EN)
        .map(file -> file.out().hexSoFar())
        .findFirst()
        .orElseThrow();
  }

  /// Writes the trailer without its last line, once.
  public void endWithoutDigest(Trailer trailer) throws IOException {
    if (trailerWritten) {
      return;
    }
    trailerWritten = true;
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
    byte[] bytes = bytes(text);
    for (Open file : files) {
      file.out().write(bytes);
    }
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
