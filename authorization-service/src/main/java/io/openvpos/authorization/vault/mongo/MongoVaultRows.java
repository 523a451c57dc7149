package io.openvpos.authorization.vault.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.VaultRow;
import io.openvpos.authorization.vault.VaultRows;
import io.openvpos.authorization.vault.VaultUnavailableException;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/// Collection `vault`: `_id` (keyed HMAC), `token` (unique), `merchant_id`, `mode`, `envelope`,
/// `expiry`, `last_used`, `version`.
public final class MongoVaultRows implements VaultRows {

  private static final int REMOVED_TOGETHER = 200;

  private final Documents documents;

  private MongoVaultRows(Documents documents) {
    this.documents = documents;
  }

  public static MongoVaultRows in(MongoDatabase database) {
    Documents documents = Documents.versioned(database, "vault");
    documents.uniqueIndex(new Document("token", 1));
    return new MongoVaultRows(documents);
  }

  @Override
  public Optional<VaultRow> find(String id) {
    return answered(() -> documents.find(id)).map(MongoVaultRows::read);
  }

  @Override
  public Optional<VaultRow> findByToken(String token) {
    return answered(() -> documents.findOne(new Document("token", token)))
        .map(MongoVaultRows::read);
  }

  @Override
  public boolean insert(VaultRow row) {
    Document inserted =
        new Document("_id", row.id())
            .append("version", row.version())
            .append("token", row.token())
            .append("merchant_id", row.merchantId())
            .append("mode", row.mode().code())
            .append("envelope", row.envelope())
            .append("expiry", row.expiry())
            .append("last_used", Date.from(row.lastUsed()));
    return answered(() -> documents.insert(inserted));
  }

  @Override
  public boolean renew(VaultRow row) {
    Document set =
        new Document("envelope", row.envelope())
            .append("expiry", row.expiry())
            .append("last_used", Date.from(row.lastUsed()));
    return answered(
        () -> documents.compareAndSet(row.id(), row.version(), new Document("$set", set)));
  }

  /// A row renewed between the search and the removal has another version and stays.
  @Override
  public int removeUnusedSince(Instant lastUse) {
    return answered(() -> removed(lastUse));
  }

  private int removed(Instant lastUse) {
    Document unused = new Document("last_used", new Document("$lt", Date.from(lastUse)));
    List<DeleteOneModel<Document>> removals = new ArrayList<>();
    documents.forEach(
        unused,
        new Document("_id", 1).append("version", 1),
        found ->
            removals.add(
                new DeleteOneModel<>(
                    new Document("_id", found.get("_id"))
                        .append("version", found.get("version")))));
    for (int from = 0; from < removals.size(); from += REMOVED_TOGETHER) {
      documents.bulk(removals.subList(from, Math.min(from + REMOVED_TOGETHER, removals.size())));
    }
    return removals.size();
  }

  /// The driver reports an outage as its own exception, or as none but the time that is over.
  private static <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoException | IllegalStateException e) {
      throw new VaultUnavailableException(e);
    }
  }

  private static VaultRow read(Document found) {
    return new VaultRow(
        found.getString("_id"),
        found.getString("token"),
        found.getString("merchant_id"),
        Mode.of(found.getString("mode")),
        found.getString("envelope"),
        found.getString("expiry"),
        found.getDate("last_used").toInstant(),
        found.getLong("version"));
  }
}
