package io.openvpos.merchant.golive.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.golive.Certifications;
import io.openvpos.merchant.golive.domain.Certification;
import io.openvpos.merchant.golive.domain.CertificationItem;
import io.openvpos.merchant.golive.domain.Tick;
import io.openvpos.messaging.mongo.Documents;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Collection `certification_ticks`: `_id` is `merchant id|item`, inserted once.
@Component
final class MongoCertifications implements Certifications {

  private final Documents documents;

  MongoCertifications(MongoDatabase database) {
    documents = Documents.plain(database, "certification_ticks");
  }

  @Override
  public Certification of(String merchantId) {
    List<String> ids =
        Stream.of(CertificationItem.values()).map(item -> id(merchantId, item)).toList();
    return new Certification(
        documents
            .findMany(new Document("_id", new Document("$in", ids)), new Document("_id", 1), 0)
            .stream()
            .map(MongoCertifications::read)
            .toList());
  }

  @Override
  public void tick(String merchantId, Tick tick) {
    boolean _ =
        documents.insert(
            new Document("_id", id(merchantId, tick.item()))
                .append("item", tick.item().code())
                .append("at", tick.at().toString())
                .append("evidence", tick.evidence()));
  }

  private static Tick read(Document stored) {
    return new Tick(
        CertificationItem.of(stored.getString("item")).orElseThrow(),
        Instant.parse(stored.getString("at")),
        stored.getString("evidence"));
  }

  private static String id(String merchantId, CertificationItem item) {
    return merchantId + "|" + item.code();
  }
}
