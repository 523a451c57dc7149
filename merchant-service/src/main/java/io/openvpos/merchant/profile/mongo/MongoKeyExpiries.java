package io.openvpos.merchant.profile.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.profile.KeyExpiries;
import io.openvpos.messaging.mongo.Documents;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Collection `key_expiries`: `_id` is the key's id, gone once the key is revoked.
@Component
final class MongoKeyExpiries implements KeyExpiries {

  private static final int MOST = 1_000;

  /// Always nine digits of the second, so that texts are ordered as the times are.
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

  private final Documents documents;

  MongoKeyExpiries(MongoDatabase database) {
    documents = Documents.plain(database, "key_expiries");
    documents.index(new Document("at", 1));
    documents.index(new Document("merchant_id", 1));
  }

  @Override
  public void set(String merchantId, String keyId, Instant at) {
    documents.upsert(
        keyId,
        new Document("$min", new Document("at", TIME.format(at)))
            .append("$set", new Document("merchant_id", merchantId)));
  }

  @Override
  public Map<String, Instant> of(String merchantId) {
    Map<String, Instant> times = new HashMap<>();
    documents
        .findMany(new Document("merchant_id", merchantId), new Document("_id", 1), MOST)
        .forEach(found -> times.put(found.getString("_id"), Instant.parse(found.getString("at"))));
    return times;
  }

  @Override
  public List<Due> due(Instant now) {
    return documents
        .findMany(
            new Document("at", new Document("$lte", TIME.format(now))), new Document("at", 1), MOST)
        .stream()
        .map(found -> new Due(found.getString("merchant_id"), found.getString("_id")))
        .toList();
  }

  @Override
  public void done(String keyId) {
    documents.delete(keyId);
  }
}
