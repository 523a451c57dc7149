package io.openvpos.authorization.vault.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.CardUse;
import io.openvpos.authorization.vault.CardUseRows;
import io.openvpos.authorization.vault.VaultUnavailableException;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/// Collection `card_uses`: `_id` (in the order of time), `at`, `merchant_id`, `mode`, `token`,
/// `purpose`, `reference`.
public final class MongoCardUses implements CardUseRows {

  private static final Document IN_ORDER = new Document("_id", 1);
  private static final String TOKEN = "token";
  private static final String MERCHANT_ID = "merchant_id";

  private final Documents documents;

  private MongoCardUses(Documents documents) {
    this.documents = documents;
  }

  public static MongoCardUses in(MongoDatabase database) {
    Documents documents = Documents.plain(database, "card_uses");
    documents.index(new Document(TOKEN, 1).append("_id", -1));
    documents.index(new Document(MERCHANT_ID, 1).append("_id", -1));
    return new MongoCardUses(documents);
  }

  @Override
  public void insert(List<CardUse> uses) {
    answered(() -> {
      documents.bulk(uses.stream().map(use -> new InsertOneModel<>(write(use))).toList());
      return true;
    });
  }

  @Override
  public List<CardUse> list(Question question) {
    Document filter = new Document();
    if (question.token() != null) {
      filter.append(TOKEN, question.token());
    }
    if (question.merchantId() != null) {
      filter.append(MERCHANT_ID, question.merchantId());
    }
    if (question.beforeId() != null) {
      filter.append("_id", new Document("$lt", question.beforeId()));
    }
    return answered(() -> documents.findMany(filter, new Document("_id", -1), question.most()))
        .stream()
        .map(MongoCardUses::read)
        .toList();
  }

  @Override
  public Optional<Instant> firstFrom(Instant from) {
    Document later = new Document("_id", new Document("$gte", CardUse.firstId(from)));
    return answered(() -> documents.findMany(later, IN_ORDER, 1)).stream()
        .map(found -> read(found).at())
        .findFirst();
  }

  @Override
  public Iterator<CardUse> between(Instant from, Instant to) {
    Document within =
        new Document(
            "_id", new Document("$gte", CardUse.firstId(from)).append("$lt", CardUse.firstId(to)));
    Iterator<Document> found = answered(() -> documents.inOrder(within, IN_ORDER));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return answered(found::hasNext);
      }

      @Override
      public CardUse next() {
        return read(answered(found::next));
      }
    };
  }

  @Override
  public void removeBefore(Instant at) {
    Document earlier = new Document("_id", new Document("$lt", CardUse.firstId(at)));
    answered(() -> {
      documents.bulk(List.of(new DeleteManyModel<>(earlier)));
      return true;
    });
  }

  private static Document write(CardUse use) {
    return new Document("_id", use.id())
        .append("at", Date.from(use.at()))
        .append(MERCHANT_ID, use.merchantId())
        .append("mode", use.mode().code())
        .append(TOKEN, use.token())
        .append("purpose", use.purpose())
        .append("reference", use.reference());
  }

  private static CardUse read(Document found) {
    return new CardUse(
        found.getString("_id"),
        found.getDate("at").toInstant(),
        found.getString(MERCHANT_ID),
        Mode.of(found.getString("mode")),
        found.getString(TOKEN),
        found.getString("purpose"),
        found.getString("reference"));
  }

  private static <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoException | IllegalStateException e) {
      throw new VaultUnavailableException(e);
    }
  }
}
