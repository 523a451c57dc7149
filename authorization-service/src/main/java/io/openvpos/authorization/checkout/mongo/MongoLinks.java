package io.openvpos.authorization.checkout.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.checkout.LinkStore;
import io.openvpos.authorization.checkout.domain.PaymentLink;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Payment links in the collection `payment_links`: `_id` is the key, `link_id` the random id.
public final class MongoLinks implements LinkStore {

  private final Documents documents;

  private MongoLinks(Documents documents) {
    this.documents = documents;
  }

  public static MongoLinks in(MongoDatabase database) {
    Documents documents = Documents.versioned(database, "payment_links");
    documents.uniqueIndex(new Document(LinkDocument.ID, 1));
    documents.index(
        new Document(LinkDocument.MERCHANT_ID, 1)
            .append(LinkDocument.MODE, 1)
            .append(LinkDocument.CREATED_AT, -1));
    return new MongoLinks(documents);
  }

  @Override
  public boolean add(PaymentLink link) {
    return documents.insert(LinkDocument.of(link));
  }

  @Override
  public Optional<PaymentLink> byKey(String key) {
    return documents.find(key).map(LinkDocument::read);
  }

  @Override
  public Optional<PaymentLink> byId(String id) {
    return documents.findOne(new Document(LinkDocument.ID, id)).map(LinkDocument::read);
  }

  @Override
  public boolean store(PaymentLink after) {
    return documents.compareAndSet(
        after.key(),
        after.version(),
        new Document("$set", new Document(LinkDocument.ACTIVE, after.active())));
  }

  @Override
  public List<PaymentLink> of(
      String merchantId, Mode mode, @Nullable PaymentLink after, int limit) {
    Document filter =
        new Document(LinkDocument.MERCHANT_ID, merchantId).append(LinkDocument.MODE, mode.code());
    if (after != null) {
      Date at = Date.from(after.createdAt());
      filter.append(
          "$or",
          List.of(
              new Document(LinkDocument.CREATED_AT, new Document("$lt", at)),
              new Document(LinkDocument.CREATED_AT, at)
                  .append("_id", new Document("$lt", after.key()))));
    }
    Document newestFirst = new Document(LinkDocument.CREATED_AT, -1).append("_id", -1);
    return documents.findMany(filter, newestFirst, limit).stream().map(LinkDocument::read).toList();
  }
}
