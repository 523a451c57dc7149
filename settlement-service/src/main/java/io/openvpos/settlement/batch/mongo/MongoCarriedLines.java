package io.openvpos.settlement.batch.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.batch.domain.CarriedLines;
import io.openvpos.settlement.batch.domain.Line;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bson.Document;

/// Reads `line_pages` by the days that lines of theirs were carried over from; most have none.
public final class MongoCarriedLines implements CarriedLines {

  private static final Comparator<Line> ORDER =
      Comparator.comparing(Line::salesDay)
          .thenComparing(line -> line.head().id())
          .thenComparingLong(Line::seq);

  private final Documents documents;

  public MongoCarriedLines(Documents documents) {
    this.documents = documents;
    documents.sparseIndex(new Document(LinePage.CARRIED, 1));
  }

  @Override
  public List<Line> into(LocalDate day) {
    return find(
        new Document("sales_day", day.toString())
            .append(LinePage.CARRIED, new Document("$exists", true)),
        line -> line.carriedOverFrom() != null);
  }

  @Override
  public List<Line> outOf(LocalDate day) {
    return find(
        new Document(LinePage.CARRIED, day.toString()), line -> day.equals(line.carriedOverFrom()));
  }

  /// A line may stand in two pages, see [MongoLineStore].
  private List<Line> find(Document filter, Predicate<Line> wanted) {
    Map<String, Line> found = new TreeMap<>();
    documents.forEach(
        filter,
        page ->
            LinePage.read(page).stream()
                .filter(wanted)
                .forEach(line -> found.put(line.id(), line)));
    return found.values().stream().sorted(ORDER).toList();
  }
}
