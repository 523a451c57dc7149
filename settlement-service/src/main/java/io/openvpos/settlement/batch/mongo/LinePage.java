package io.openvpos.settlement.batch.mongo;

import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.mongo.block.LineBlock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;

/// How lines of one batch that came in together are written: what they share once, the lines as a
/// [LineBlock]. Pages from before blocks have each line as [LineDocument] reads it.
final class LinePage {

  private static final List<String> SHARED = List.of("head", "batch_id", "sales_day");

  /// The days that lines of the page were carried over from; absent where there are none.
  static final String CARRIED = "carried_over_from";

  private LinePage() {}

  /// @param lines of one batch, at least one
  static Document write(List<Line> lines) {
    NavigableMap<Long, Line> bySeq = new TreeMap<>();
    lines.forEach(line -> bySeq.merge(line.seq(), line, Line::knownFirst));
    List<Line> sorted = List.copyOf(bySeq.values());
    Line first = sorted.getFirst();
    Line last = sorted.getLast();
    String id =
        String.format(
            Locale.ROOT, "%s|%d|%d|%d", first.batchId(), first.seq(), last.seq(), sorted.size());
    Document page = new Document("_id", id);
    List<String> carried = carriedOverFrom(sorted);
    if (!carried.isEmpty()) {
      page.append(CARRIED, carried);
    }
    return page.append("head", first.head().id())
        .append("batch_id", first.batchId())
        .append("sales_day", first.salesDay().toString())
        .append("first", first.seq())
        .append("last", last.seq())
        .append("count", sorted.size())
        .append("block", new Binary(LineBlock.write(sorted)));
  }

  private static List<String> carriedOverFrom(List<Line> lines) {
    return lines.stream()
        .map(Line::carriedOverFrom)
        .filter(Objects::nonNull)
        .map(LocalDate::toString)
        .distinct()
        .sorted()
        .toList();
  }

  static LinePages.Place place(Document page) {
    return new LinePages.Place(
        page.getString("_id"),
        page.getLong("first"),
        page.getLong("last"),
        page.getInteger("count"));
  }

  /// By their numbers.
  static List<Line> read(Document page) {
    Binary block = page.get("block", Binary.class);
    if (block == null) {
      return asDocuments(page);
    }
    return LineBlock.read(
        block.getData(),
        Head.of(page.getString("head")),
        LocalDate.parse(page.getString("sales_day")));
  }

  private static List<Line> asDocuments(Document page) {
    return page.getList("lines", Document.class).stream()
        .map(element -> {
          SHARED.forEach(name -> element.append(name, page.get(name)));
          return LineDocument.read(element);
        })
        .toList();
  }
}
