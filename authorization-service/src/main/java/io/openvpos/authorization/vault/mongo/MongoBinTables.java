package io.openvpos.authorization.vault.mongo;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.StoredBinTables;
import io.openvpos.authorization.vault.VaultUnavailableException;
import io.openvpos.messaging.mongo.Documents;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/// Collection `bin_tables`: `_id` (the version, in the order of versions), `version`, `text`,
/// `imported_at`.
public final class MongoBinTables implements StoredBinTables {

  private final Documents documents;

  private MongoBinTables(Documents documents) {
    this.documents = documents;
  }

  public static MongoBinTables in(MongoDatabase database) {
    return new MongoBinTables(Documents.plain(database, "bin_tables"));
  }

  @Override
  public Optional<Table> newest() {
    return answered(() -> documents.findMany(new Document(), new Document("_id", -1), 1)).stream()
        .map(found ->
            new Table(
                found.getInteger("version"),
                found.getString("text"),
                found.getDate("imported_at").toInstant()))
        .findFirst();
  }

  @Override
  public boolean add(Table table) {
    Document document =
        new Document("_id", String.format(Locale.ROOT, "%09d", table.version()))
            .append("version", table.version())
            .append("text", table.text())
            .append("imported_at", Date.from(table.importedAt()));
    return answered(() -> documents.insert(document));
  }

  private static <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoException | IllegalStateException e) {
      throw new VaultUnavailableException(e);
    }
  }
}
