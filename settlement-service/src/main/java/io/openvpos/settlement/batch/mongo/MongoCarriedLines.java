package io.openvpos.settlement.batch.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.batch.domain.CarriedLines;
import io.openvpos.settlement.batch.domain.Line;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;

/// Reads `lines` by the day that they were carried over from; most have none.
public final class MongoCarriedLines implements CarriedLines {

  private static final Document ORDER =
      new Document("sales_day", 1).append("head", 1).append("seq", 1);

  private final Documents documents;

  public MongoCarriedLines(Documents documents) {
    this.documents = documents;
    documents.sparseIndex(new Document("carried_over_from", 1));
  }

  @Override
  public List<Line> into(LocalDate day) {
    return find(
        new Document("carried_over_from", new Document("$gt", ""))
            .append("sales_day", day.toString()));
  }

  @Override
  public List<Line> outOf(LocalDate day) {
    return find(new Document("carried_over_from", day.toString()));
  }

  private List<Line> find(Document filter) {
    return documents.findMany(filter, ORDER, 0).stream().map(LineDocument::read).toList();
  }
}
