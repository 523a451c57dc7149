package io.openvpos.settlement.payout.mongo;

import com.mongodb.client.model.InsertOneModel;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// `payouts`: the id is the payout's own, so one that is derived again finds its place taken.
public final class MongoPayoutStore implements PayoutStore {

  private final Documents documents;

  public MongoPayoutStore(Documents documents) {
    this.documents = documents;
    documents.index(new Document("day", 1));
  }

  @Override
  public void insertMissing(List<Payout> payouts) {
    documents.bulk(
        payouts.stream()
            .map(payout -> new InsertOneModel<>(PayoutDocument.write(payout)))
            .toList());
  }

  @Override
  public Optional<Payout> find(String id) {
    return documents.find(id).map(PayoutDocument::read);
  }

  @Override
  public List<Payout> ofClose(LocalDate day) {
    Document filter = new Document("day", day.toString()).append("number", 0);
    return documents.findMany(filter, new Document("_id", 1), 0).stream()
        .map(PayoutDocument::read)
        .toList();
  }
}
