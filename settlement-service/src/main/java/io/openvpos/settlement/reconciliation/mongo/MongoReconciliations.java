package io.openvpos.settlement.reconciliation.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import io.openvpos.settlement.reconciliation.Reconciliations;
import io.openvpos.settlement.reconciliation.domain.ItemType;
import io.openvpos.settlement.reconciliation.domain.MatchClass;
import io.openvpos.settlement.reconciliation.domain.Reconciliation;
import io.openvpos.settlement.reconciliation.domain.Tally;
import io.openvpos.settlement.reconciliation.file.FileHeader;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Collection `reconciliations`: the id is `day.mode`. Version 1 names the file, version 2 has its
/// result.
public final class MongoReconciliations implements Reconciliations {

  private final Documents documents;

  public MongoReconciliations(Documents documents) {
    this.documents = documents;
  }

  @Override
  public Claimed claim(FileHeader header, String digest) {
    String id = id(header.day(), header.mode());
    documents.insert(
        new Document("_id", id)
            .append("version", 1L)
            .append("day", header.day().toString())
            .append("mode", header.mode().code())
            .append("file_id", header.fileId())
            .append("digest", digest));
    Document there = documents.find(id).orElseThrow();
    return new Claimed(there.getString("file_id"), there.getString("digest"));
  }

  @Override
  public void finish(Reconciliation result) {
    Document set =
        new Document("records", result.records())
            .append("claims", result.claims())
            .append("exceptions", result.exceptions())
            .append("rows", result.rows().stream().map(MongoReconciliations::row).toList())
            .append("at", Date.from(result.at()));
    documents.compareAndSet(id(result.day(), result.mode()), 1, new Document("$set", set));
  }

  @Override
  public Optional<Reconciliation> find(LocalDate day, Mode mode) {
    return documents
        .find(id(day, mode))
        .filter(found -> found.getLong("version") > 1)
        .map(MongoReconciliations::read);
  }

  private static String id(LocalDate day, Mode mode) {
    return day + "." + mode.code();
  }

  private static Reconciliation read(Document found) {
    return new Reconciliation(
        LocalDate.parse(found.getString("day")),
        Mode.of(found.getString("mode")),
        found.getString("file_id"),
        found.getString("digest"),
        found.getLong("records"),
        found.getLong("claims"),
        found.getLong("exceptions"),
        found.getList("rows", Document.class, List.of()).stream()
            .map(MongoReconciliations::row)
            .toList(),
        found.getDate("at").toInstant());
  }

  private static Document row(Tally.Row row) {
    MatchClass match = row.match();
    return new Document("class", match == null ? null : match.name())
        .append("type", row.type().letters())
        .append("currency", row.currency())
        .append("our_count", row.ourCount())
        .append("ours", row.ours())
        .append("their_count", row.theirCount())
        .append("theirs", row.theirs());
  }

  private static Tally.Row row(Document found) {
    @Nullable String match = found.getString("class");
    return new Tally.Row(
        match == null ? null : MatchClass.valueOf(match),
        ItemType.of(found.getString("type")).orElseThrow(),
        found.getString("currency"),
        found.getLong("our_count"),
        found.getLong("ours"),
        found.getLong("their_count"),
        found.getLong("theirs"));
  }
}
