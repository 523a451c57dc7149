package io.openvpos.sandbox.verify.reading;

import io.openvpos.sandbox.verify.books.SettlementReading;
import io.openvpos.sandbox.verify.books.Stored;
import io.openvpos.settlement.batch.mongo.StoredLines;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;

/// settlement-service keeps lines in pages: they are shown one by one, as rows of
/// [SettlementReading#LINES]. A part of the log that was delivered again may have put the very same
/// line on a second page; that counts once.
final class LinePages implements Consumer<Document> {

  static final String COLLECTION = "line_pages";

  private final Set<Document> seen = new HashSet<>();
  private final Consumer<Stored> each;

  LinePages(Consumer<Stored> each) {
    this.each = each;
  }

  @Override
  public void accept(Document page) {
    for (Document line : StoredLines.of(page)) {
      boolean isNew =
          seen.add(
              new Document("_id", line.get("_id"))
                  .append("hash", line.get("hash"))
                  .append("batch_id", line.get("batch_id")));
      if (isNew) {
        each.accept(
            new Stored(
                SettlementReading.DATABASE,
                SettlementReading.LINES.substring(SettlementReading.DATABASE.length() + 1),
                line));
      }
    }
  }
}
