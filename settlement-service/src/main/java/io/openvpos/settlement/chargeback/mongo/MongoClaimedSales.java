package io.openvpos.settlement.chargeback.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.chargeback.ClaimedSales;
import io.openvpos.settlement.chargeback.domain.ClaimedSale;
import io.openvpos.settlement.chargeback.domain.ClaimedSale.Coming;
import org.bson.Document;

/// Collection `chargeback_sales`: the id is the capture's reference.
public final class MongoClaimedSales implements ClaimedSales {

  private final Documents documents;

  public MongoClaimedSales(Documents documents) {
    this.documents = documents;
  }

  @Override
  public ClaimedSale find(String arn) {
    return documents.find(arn).map(MongoClaimedSales::read).orElseGet(() -> ClaimedSale.none(arn));
  }

  @Override
  public boolean save(ClaimedSale changed) {
    Document state =
        new Document("coming", changed.coming().stream().map(MongoClaimedSales::coming).toList());
    if (changed.version() > 0) {
      return documents.compareAndSet(changed.arn(), changed.version(), new Document("$set", state));
    }
    Document first = new Document("_id", changed.arn()).append("version", 1L);
    first.putAll(state);
    return documents.insert(first);
  }

  private static ClaimedSale read(Document found) {
    return new ClaimedSale(
        found.getString("_id"),
        found.getLong("version"),
        found.getList("coming", Document.class).stream().map(MongoClaimedSales::coming).toList());
  }

  private static Document coming(Coming one) {
    return new Document("item", one.item())
        .append("chargeback_id", one.chargebackId())
        .append("amount", one.amount());
  }

  private static Coming coming(Document found) {
    return new Coming(
        found.getString("item"), found.getString("chargeback_id"), found.getLong("amount"));
  }
}
