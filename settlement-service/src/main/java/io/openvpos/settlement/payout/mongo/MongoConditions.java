package io.openvpos.settlement.payout.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.payout.FrozenConditions;
import io.openvpos.settlement.payout.FrozenConditions.Fixed;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// `payout_conditions`: the id is the day; written once.
public final class MongoConditions implements FrozenConditions.Store {

  private final Documents documents;

  public MongoConditions(Documents documents) {
    this.documents = documents;
  }

  @Override
  public Optional<Fixed> find(LocalDate day) {
    return documents
        .find(day.toString())
        .map(found ->
            new Fixed(
                day,
                new HashSet<>(found.getList("held", String.class)),
                new HashSet<>(found.getList("closed", String.class, List.of())),
                found.getString("rate_table")));
  }

  @Override
  public boolean insert(Fixed fixed) {
    return documents.insert(
        new Document("_id", fixed.day().toString())
            .append("held", fixed.held().stream().sorted().toList())
            .append("closed", fixed.closed().stream().sorted().toList())
            .append("rate_table", fixed.rateTable()));
  }
}
