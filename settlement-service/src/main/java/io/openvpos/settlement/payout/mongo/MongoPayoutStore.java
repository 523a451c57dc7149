package io.openvpos.settlement.payout.mongo;

import com.mongodb.client.model.InsertOneModel;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.domain.ReserveMovement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/// `payouts` and `reserve_movements`: the id is the payout's or the event's own, so one that is
/// derived again finds its place taken.
public final class MongoPayoutStore implements PayoutStore {

  private final Documents documents;
  private final Documents reserves;

  public MongoPayoutStore(Documents documents, Documents reserves) {
    this.documents = documents;
    this.reserves = reserves;
    documents.index(new Document("day", 1));
    documents.index(new Document("merchant_id", 1).append("day", 1));
    reserves.index(new Document("day", 1));
  }

  @Override
  public void insertMissing(List<Payout> payouts) {
    documents.bulk(
        payouts.stream()
            .map(payout -> new InsertOneModel<>(PayoutDocument.write(payout)))
            .toList());
  }

  @Override
  public void insertMissingReserves(List<ReserveMovement> movements) {
    reserves.bulk(
        movements.stream()
            .map(movement -> new InsertOneModel<>(ReserveDocument.write(movement)))
            .toList());
  }

  @Override
  public Set<String> reserveEventsOf(LocalDate day) {
    Set<String> found = new HashSet<>();
    reserves.forEach(
        new Document("day", day.toString()),
        new Document("_id", 1),
        movement -> found.add(movement.getString("_id")));
    return found;
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

  @Override
  public List<Payout> ofChain(Head head, LocalDate day) {
    Document filter =
        new Document("day", day.toString())
            .append("merchant_id", head.merchantId())
            .append("mode", head.mode().code())
            .append("currency", head.currency());
    return documents.findMany(filter, new Document("number", 1), 0).stream()
        .map(PayoutDocument::read)
        .toList();
  }
}
