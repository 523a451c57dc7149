package io.openvpos.authorization.vault.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.UseSeal;
import io.openvpos.authorization.vault.UseSeals;
import io.openvpos.authorization.vault.VaultUnavailableException;
import io.openvpos.messaging.mongo.Documents;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/// Collection `card_use_seals`: `_id` (the number, in twelve digits), `from`, `to`, `uses`,
/// `previous`, `hash`. Inserted once.
public final class MongoUseSeals implements UseSeals {

  private static final Document NEWEST_FIRST = new Document("_id", -1);

  private final Documents documents;

  private MongoUseSeals(Documents documents) {
    this.documents = documents;
  }

  public static MongoUseSeals in(MongoDatabase database) {
    return new MongoUseSeals(Documents.plain(database, "card_use_seals"));
  }

  @Override
  public boolean insert(UseSeal seal) {
    return answered(() -> documents.insert(write(seal)));
  }

  @Override
  public Optional<UseSeal> find(long number) {
    return answered(() -> documents.find(id(number))).map(MongoUseSeals::read);
  }

  @Override
  public Optional<UseSeal> last() {
    return answered(() -> documents.findMany(new Document(), NEWEST_FIRST, 1)).stream()
        .map(MongoUseSeals::read)
        .findFirst();
  }

  @Override
  public List<UseSeal> after(long number, int most) {
    Document behind = new Document("_id", new Document("$gt", id(number)));
    return answered(() -> documents.findMany(behind, new Document("_id", 1), most)).stream()
        .map(MongoUseSeals::read)
        .toList();
  }

  @Override
  public void removeEndedBy(Instant at) {
    last()
        .ifPresent(last -> {
          Document ended =
              new Document("_id", new Document("$lt", id(last.number())))
                  .append("to", new Document("$lte", Date.from(at)));
          answered(() -> documents.bulk(List.of(new DeleteManyModel<>(ended))));
        });
  }

  private static String id(long number) {
    return String.format(Locale.ROOT, "%012d", number);
  }

  private static Document write(UseSeal seal) {
    return new Document("_id", id(seal.number()))
        .append("from", Date.from(seal.from()))
        .append("to", Date.from(seal.to()))
        .append("uses", seal.uses())
        .append("previous", seal.previous())
        .append("hash", seal.hash());
  }

  private static UseSeal read(Document found) {
    return new UseSeal(
        Long.parseLong(found.getString("_id")),
        found.getDate("from").toInstant(),
        found.getDate("to").toInstant(),
        found.getLong("uses"),
        found.getString("previous"),
        found.getString("hash"));
  }

  private static <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoException | IllegalStateException e) {
      throw new VaultUnavailableException(e);
    }
  }
}
