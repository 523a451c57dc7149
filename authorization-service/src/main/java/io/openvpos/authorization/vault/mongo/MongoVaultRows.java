package io.openvpos.authorization.vault.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.TokenUsage;
import io.openvpos.authorization.vault.VaultRow;
import io.openvpos.authorization.vault.VaultRow.Standing;
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

/// Collection `vault`: `_id` (the token), `lookups` (keyed HMACs, each unique), `token` (unique),
/// `merchant_id`, `mode`, `envelope`, `expiry`, `last_used`, `version`; of a single-use token
/// `single_use` and `taken_by`, and no `lookups`; `network_transaction_id`; `removed`. In rows from
/// before `lookups`, `_id` is the HMAC by the first version of the key: the first start names them
/// by it.
public final class MongoVaultRows implements VaultRows {

  private static final String LOOKUPS = "lookups";
  private static final String SINGLE_USE = "single_use";
  private static final String TAKEN_BY = "taken_by";
  private static final String NETWORK_TRANSACTION_ID = "network_transaction_id";
  private static final String REMOVED = "removed";
  private static final String FIRST_VERSION = "1:";

  /// The note that every row has its names.
  private static final String NAMED = "rows_are_named";

  private static final int REMOVED_TOGETHER = 200;

  private final Documents documents;

  private MongoVaultRows(Documents documents) {
    this.documents = documents;
  }

  public static MongoVaultRows in(MongoDatabase database) {
    Documents documents = Documents.versioned(database, "vault");
    documents.uniqueIndex(new Document("token", 1));
    documents.uniqueSparseIndex(new Document(LOOKUPS, 1));
    MongoVaultRows rows = new MongoVaultRows(documents);
    Documents notes = Documents.plain(database, "vault_notes");
    if (notes.find(NAMED).isEmpty()) {
      rows.nameFormerRows();
      notes.insert(new Document("_id", NAMED));
    }
    return rows;
  }

  /// Once: the rows from before they had names.
  private void nameFormerRows() {
    Document nameless =
        new Document(LOOKUPS, new Document("$exists", false))
            .append(SINGLE_USE, new Document("$ne", true));
    documents.forEach(
        nameless,
        new Document("_id", 1),
        row -> {
          String id = row.getString("_id");
          Document set = new Document(LOOKUPS, List.of(FIRST_VERSION + id));
          documents.update(id, new Document("$set", set));
        });
  }

  @Override
  public Optional<VaultRow> find(String lookup) {
    return answered(() -> documents.findOne(new Document(LOOKUPS, lookup)))
        .map(MongoVaultRows::read);
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
    if (row.standing().usage() == TokenUsage.SINGLE_USE) {
      inserted.append(SINGLE_USE, true);
    } else {
      inserted.append(LOOKUPS, row.lookups());
    }
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

  @Override
  public Rekeyed rekey(VaultRow row) {
    Document set = new Document("envelope", row.envelope());
    if (!row.lookups().isEmpty()) {
      set.append(LOOKUPS, row.lookups());
    }
    return answered(() -> rekeyed(row, new Document("$set", set)));
  }

  @Override
  public boolean stand(VaultRow row) {
    Document set =
        new Document(TAKEN_BY, row.standing().takenBy())
            .append(NETWORK_TRANSACTION_ID, row.standing().networkTransactionId())
            .append(REMOVED, row.standing().removed());
    return answered(
        () -> documents.compareAndSet(row.id(), row.version(), new Document("$set", set)));
  }

  private Rekeyed rekeyed(VaultRow row, Document update) {
    try {
      return documents.compareAndSet(row.id(), row.version(), update)
          ? Rekeyed.DONE
          : Rekeyed.CHANGED;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return Rekeyed.TAKEN;
      }
      throw e;
    }
  }

  @Override
  public List<VaultRow> after(String afterId, int most) {
    return answered(() ->
            documents.findMany(
                new Document("_id", new Document("$gt", afterId)), new Document("_id", 1), most))
        .stream()
        .map(MongoVaultRows::read)
        .toList();
  }

  /// A row renewed between the search and the removal has another version and stays.
  @Override
  public int removeUnusedSince(Instant lastUse) {
    return answered(() -> removed(unusedSince(lastUse)));
  }

  @Override
  public int removeUntakenSince(Instant lastUse) {
    Document untaken = unusedSince(lastUse).append(SINGLE_USE, true).append(TAKEN_BY, null);
    return answered(() -> removed(untaken));
  }

  private static Document unusedSince(Instant lastUse) {
    return new Document("last_used", new Document("$lt", Date.from(lastUse)));
  }

  private int removed(Document unused) {
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
    boolean singleUse = found.getBoolean(SINGLE_USE, false);
    String id = found.getString("_id");
    // An instance of before lookups may have written one after the rows were named.
    List<String> lookups = found.getList(LOOKUPS, String.class, List.of(FIRST_VERSION + id));
    return new VaultRow(
        id,
        singleUse ? List.of() : lookups,
        found.getString("token"),
        found.getString("merchant_id"),
        Mode.of(found.getString("mode")),
        found.getString("envelope"),
        found.getString("expiry"),
        found.getDate("last_used").toInstant(),
        found.getLong("version"),
        new Standing(
            singleUse ? TokenUsage.SINGLE_USE : TokenUsage.MULTI_USE,
            found.getString(TAKEN_BY),
            found.getString(NETWORK_TRANSACTION_ID),
            found.getBoolean(REMOVED, false)));
  }
}
