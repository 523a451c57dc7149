package io.openvpos.authorization.vault.mongo;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.VaultUnavailableException;
import io.openvpos.authorization.vault.held.CodeRows;
import io.openvpos.messaging.mongo.Documents;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/// Collections `held_keys` (`_id`, `envelope`, `until`) and `held_codes` (`_id`, `sealed`).
public final class MongoCodeRows implements CodeRows {

  private static final String UNTIL = "until";
  private static final int MOST = 1000;

  private final Documents keys;
  private final Documents codes;

  private MongoCodeRows(Documents keys, Documents codes) {
    this.keys = keys;
    this.codes = codes;
  }

  public static MongoCodeRows in(MongoDatabase database) {
    Documents keys = Documents.plain(database, "held_keys");
    keys.index(new Document(UNTIL, 1));
    return new MongoCodeRows(keys, Documents.plain(database, "held_codes"));
  }

  /// The key first: what has no key cannot be swept away.
  @Override
  public void insert(KeyRow key, String sealed) {
    answered(() ->
        keys.insert(
                new Document("_id", key.id())
                    .append("envelope", key.envelope())
                    .append(UNTIL, Date.from(key.until())))
            && codes.insert(new Document("_id", key.id()).append("sealed", sealed)));
  }

  @Override
  public Optional<KeyRow> key(String id) {
    return answered(() -> keys.find(id))
        .map(
            found -> new KeyRow(id, found.getString("envelope"), found.getDate(UNTIL).toInstant()));
  }

  @Override
  public Optional<String> sealed(String id) {
    return answered(() -> codes.find(id)).map(found -> found.getString("sealed"));
  }

  @Override
  public boolean deleteKey(String id) {
    return answered(() -> keys.delete(id));
  }

  @Override
  public void deleteSealed(String id) {
    answered(() -> codes.delete(id));
  }

  @Override
  public List<String> overdue(Instant now) {
    return answered(() ->
        keys
            .findMany(
                new Document(UNTIL, new Document("$lte", Date.from(now))),
                new Document(UNTIL, 1),
                MOST)
            .stream()
            .map(found -> found.getString("_id"))
            .toList());
  }

  private static <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoException | IllegalStateException e) {
      throw new VaultUnavailableException(e);
    }
  }
}
