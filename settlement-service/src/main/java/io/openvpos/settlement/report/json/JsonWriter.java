package io.openvpos.settlement.report.json;

import io.openvpos.settlement.report.DigestStream;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Column;
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

/// One object: the head's facts, `lines`, `totals`, `trailer`, and at last `sha256` of all bytes
/// before that member's comma. Amounts are minor units, as everywhere in the API; what is empty is
/// null.
public final class JsonWriter implements ReportWriter {

  private final DigestStream out;
  private List<Column> columns = List.of();
  private List<String> keys = List.of();
  private boolean anyRow;

  public JsonWriter(OutputStream out) {
    this.out = DigestStream.over(out);
  }

  @Override
  public void begin(Report report) throws IOException {
    columns = report.columns();
    keys = columns.stream().map(column -> "\"" + column.key() + "\":").toList();
    StringBuilder json = new StringBuilder("{\"report\":");
    JsonText.quoted(json, report.kind().code());
    for (Fact fact : report.head()) {
      json.append(',');
      member(json, fact.key(), fact.fields().getFirst().cell());
    }
    json.append(",\"lines\":[");
    write(json);
  }

  @Override
  public void page(List<Row> rows) throws IOException {
    StringBuilder json = new StringBuilder(rows.size() * 1024);
    for (Row row : rows) {
      json.append(anyRow ? ",\n" : "\n");
      anyRow = true;
      row(json, row.cells());
    }
    write(json);
  }

  @Override
  public void end(Trailer trailer, String contentSha256) throws IOException {
    StringBuilder json = new StringBuilder("\n],\"totals\":[");
    boolean first = true;
    for (Total total : trailer.totals()) {
      json.append(first ? "\n" : ",\n");
      first = false;
      row(json, total.cells());
    }
    json.append("\n],\"trailer\":[");
    List<Fact> facts = new ArrayList<>(trailer.facts());
    facts.add(Fact.of("content_sha256", new Cell.Text(contentSha256)));
    first = true;
    for (Fact fact : facts) {
      json.append(first ? "\n{" : ",\n{");
      first = false;
      member(json, "key", new Cell.Text(fact.key()));
      for (Fact.Field field : fact.fields()) {
        json.append(',');
        member(json, field.key(), field.cell());
      }
      json.append('}');
    }
    json.append("\n]");
    write(json);
    write(new StringBuilder(",\"sha256\":\"").append(out.hexSoFar()).append("\"}\n"));
    out.flush();
  }

  private void row(StringBuilder json, List<Cell> cells) {
    json.append('{');
    for (int place = 0; place < columns.size(); place++) {
      if (place > 0) {
        json.append(',');
      }
      json.append(keys.get(place));
      JsonText.append(json, cells.get(place));
    }
    json.append('}');
  }

  private static void member(StringBuilder json, String key, Cell cell) {
    JsonText.quoted(json, key);
    json.append(':');
    JsonText.append(json, cell);
  }

  private void write(StringBuilder json) throws IOException {
    out.write(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
