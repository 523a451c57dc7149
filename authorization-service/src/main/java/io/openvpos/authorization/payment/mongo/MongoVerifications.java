package io.openvpos.authorization.payment.mongo;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.payment.CardVerification;
import io.openvpos.authorization.payment.FrozenAnswer;
import io.openvpos.authorization.payment.StoreUnavailableException;
import io.openvpos.authorization.payment.Verifications;
import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/// Collection `card_verifications`.
public final class MongoVerifications implements Verifications {

  private static final String ANSWER = "answer";
  private static final String CREATED_AT = "created_at";
  private static final int REMOVED_TOGETHER = 1_000;

  private final Documents documents;

  private MongoVerifications(Documents documents) {
    this.documents = documents;
  }

  public static MongoVerifications in(MongoDatabase database) {
    Documents documents = Documents.versioned(database, "card_verifications");
    documents.index(new Document(CREATED_AT, 1));
    return new MongoVerifications(documents);
  }

  @Override
  public Optional<CardVerification> find(String id) {
    return answered(() -> documents.find(id)).map(MongoVerifications::read);
  }

  @Override
  public boolean add(CardVerification verification) {
    Attempt attempt = verification.attempt();
    Document document =
        new Document("_id", verification.id())
            .append("version", verification.version())
            .append("request_hash", verification.requestHash())
            .append("merchant_id", verification.merchantId())
            .append("mode", verification.mode().code())
            .append("rrn", attempt.rrn())
            .append("stan", attempt.stan())
            .append("transmitted_at", Date.from(attempt.transmittedAt()))
            .append("deadline", Date.from(attempt.deadline()))
            .append(CREATED_AT, Date.from(verification.createdAt()));
    return answered(() -> documents.insert(document));
  }

  @Override
  public boolean answer(CardVerification open, FrozenAnswer answer) {
    Document set =
        new Document(ANSWER, new Document("status", answer.status()).append("body", answer.body()));
    return answered(
        () -> documents.compareAndSet(open.id(), open.version(), new Document("$set", set)));
  }

  @Override
  public int removeMadeBefore(Instant cutoff) {
    Document older = new Document(CREATED_AT, new Document("$lt", Date.from(cutoff)));
    return answered(() -> {
      List<Document> old = documents.findMany(older, new Document(CREATED_AT, 1), REMOVED_TOGETHER);
      old.forEach(found -> documents.delete(found.getString("_id")));
      return old.size();
    });
  }

  private static CardVerification read(Document found) {
    Document answer = found.get(ANSWER, Document.class);
    return new CardVerification(
        found.getString("_id"),
        found.getLong("version"),
        found.getString("request_hash"),
        found.getString("merchant_id"),
        Mode.of(found.getString("mode")),
        new Attempt(
            found.getString("rrn"),
            found.getString("stan"),
            instant(found, "transmitted_at"),
            instant(found, "deadline")),
        instant(found, CREATED_AT),
        answer == null
            ? null
            : new FrozenAnswer(answer.getInteger("status"), answer.getString("body")));
  }

  private static Instant instant(Document found, String field) {
    return found.getDate(field).toInstant();
  }

  private static <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoException | IllegalStateException e) {
      throw new StoreUnavailableException(e);
    }
  }
}
