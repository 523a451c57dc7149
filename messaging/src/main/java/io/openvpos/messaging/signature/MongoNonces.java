package io.openvpos.messaging.signature;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.mongo.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;

/// Collection `signature_nonces`: `_id` is the account and its nonce, so that of several instances
/// one takes it. What may be forgotten is swept by whoever takes one, now and then.
final class MongoNonces implements Nonces {

  private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

  /// Instances' clocks differ.
  private static final Duration LONGER = Duration.ofMinutes(1);

  private final Documents documents;
  private final Clock clock;
  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  MongoNonces(MongoDatabase database, Clock clock) {
    documents = Documents.plain(database, "signature_nonces");
    documents.index(new Document("until", 1));
    this.clock = clock;
  }

  @Override
  public boolean take(String account, String nonce, Instant until) {
    sweep();
    return documents.insert(
        new Document("_id", account + "|" + nonce).append("until", Date.from(until.plus(LONGER))));
  }

  private void sweep() {
    Instant now = clock.instant();
    Instant last = swept.get();
    if (now.isBefore(last.plus(SWEEP_EVERY)) || !swept.compareAndSet(last, now)) {
      return;
    }
    documents.bulk(
        List.of(new DeleteManyModel<>(new Document("until", new Document("$lt", Date.from(now))))));
  }
}
