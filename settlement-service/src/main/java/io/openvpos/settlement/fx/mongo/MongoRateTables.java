package io.openvpos.settlement.fx.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.fx.RateTables;
import io.openvpos.settlement.fx.domain.Rate;
import io.openvpos.settlement.fx.domain.RateSheet;
import io.openvpos.settlement.fx.domain.RateTable;
import io.openvpos.settlement.fx.domain.RateTable.Status;
import io.openvpos.settlement.fx.domain.RateTable.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// `fx_rates`: the id is `date.version`. Prices are decimal texts: no store rounds them. `version`
/// is the store's own, counted up by approvals; `table_version` is the table's.
public final class MongoRateTables implements RateTables {

  private static final Document NEWEST_FIRST = new Document("date", -1).append("table_version", -1);

  private final Documents documents;

  /// @param documents versioned
  public MongoRateTables(Documents documents) {
    this.documents = documents;
    documents.index(new Document("date", 1).append("table_version", 1));
  }

  @Override
  public Optional<Stored> find(String id) {
    return documents.find(id).map(found -> new Stored(read(found), found.getLong("version")));
  }

  @Override
  public List<RateTable> ofDate(LocalDate date) {
    return documents
        .findMany(new Document("date", date.toString()), new Document("table_version", 1), 0)
        .stream()
        .map(MongoRateTables::read)
        .toList();
  }

  @Override
  public List<RateTable> newest(int limit) {
    return documents.findMany(new Document(), NEWEST_FIRST, limit).stream()
        .map(MongoRateTables::read)
        .toList();
  }

  @Override
  public Optional<RateTable> inForce(LocalDate last) {
    Document filter =
        new Document("date", new Document("$lte", last.toString()))
            .append("status", Status.IN_FORCE.code());
    return documents.findMany(filter, NEWEST_FIRST, 1).stream()
        .findFirst()
        .map(MongoRateTables::read);
  }

  @Override
  public boolean insert(RateTable table) {
    Document document =
        new Document("_id", table.id())
            .append("version", 1L)
            .append("date", table.sheet().date().toString())
            .append("table_version", table.version())
            .append("bulletin", table.sheet().bulletin())
            .append("sha256", table.sha256())
            .append(
                "rates",
                table.sheet().rates().values().stream().map(MongoRateTables::write).toList())
            .append("doubtful", table.doubtful())
            .append("imported", write(table.imported()));
    document.putAll(standing(table));
    return documents.insert(document);
  }

  @Override
  public boolean replace(Stored read, RateTable next) {
    return documents.compareAndSet(
        next.id(), read.revision(), new Document("$set", standing(next)));
  }

  /// What an approval changes.
  private static Document standing(RateTable table) {
    Step decided = table.decided();
    return new Document("status", table.status().code())
        .append("decided", decided == null ? null : write(decided));
  }

  private static Document write(Rate rate) {
    return new Document("currency", rate.currency())
        .append("unit", rate.unit())
        .append("buying", rate.buying().toPlainString())
        .append("selling", rate.selling().toPlainString());
  }

  private static Document write(Step step) {
    return new Document("by", step.by())
        .append("at", Date.from(step.at()))
        .append("reason", step.reason());
  }

  private static RateTable read(Document found) {
    Map<String, Rate> rates = new TreeMap<>();
    for (Document rate : found.getList("rates", Document.class)) {
      rates.put(
          rate.getString("currency"),
          new Rate(
              rate.getString("currency"),
              rate.getInteger("unit"),
              new BigDecimal(rate.getString("buying")),
              new BigDecimal(rate.getString("selling"))));
    }
    return new RateTable(
        new RateSheet(LocalDate.parse(found.getString("date")), found.getString("bulletin"), rates),
        found.getInteger("table_version"),
        found.getString("sha256"),
        Status.of(found.getString("status")),
        found.getList("doubtful", String.class),
        step(found.get("imported", Document.class)),
        decided(found.get("decided", Document.class)));
  }

  private static @Nullable Step decided(@Nullable Document found) {
    return found == null ? null : step(found);
  }

  private static Step step(Document found) {
    return new Step(
        found.getString("by"), found.getDate("at").toInstant(), found.getString("reason"));
  }
}
