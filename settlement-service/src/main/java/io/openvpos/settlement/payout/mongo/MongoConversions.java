package io.openvpos.settlement.payout.mongo;

import com.mongodb.client.model.InsertOneModel;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.payout.domain.Conversion;
import io.openvpos.settlement.payout.domain.ConversionStore;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;

/// `conversions`: the id is the event's own, so one that is derived again finds its place taken.
public final class MongoConversions implements ConversionStore {

  private final Documents documents;

  public MongoConversions(Documents documents) {
    this.documents = documents;
    documents.index(new Document("day", 1));
    documents.index(new Document("merchant_id", 1).append("day", 1));
  }

  @Override
  public void insertMissing(List<Conversion> conversions) {
    if (!conversions.isEmpty()) {
      documents.bulk(
          conversions.stream()
              .map(one -> new InsertOneModel<>(ConversionDocument.write(one)))
              .toList());
    }
  }

  @Override
  public List<Conversion> ofDay(LocalDate day) {
    return found(new Document("day", day.toString()));
  }

  @Override
  public List<Conversion> of(String merchantId, LocalDate day) {
    return found(new Document("merchant_id", merchantId).append("day", day.toString()));
  }

  private List<Conversion> found(Document filter) {
    return documents.findMany(filter, new Document("_id", 1), 0).stream()
        .map(ConversionDocument::read)
        .toList();
  }
}
