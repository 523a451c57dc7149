package io.openvpos.messaging.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One collection of documents with string ids. Every call blocks its (virtual) thread until the
/// store answered; writes are acknowledged by the majority. An outage is an exception; a lost race
/// is a `false`.
public final class Documents {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int BATCH = 200;

  private final MongoCollection<Document> collection;

  private Documents(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  /// A collection whose documents change by compare-and-set. The unique index `{_id, version}` is
  /// what the embedded store finds such a filter by; on a real server it is small and harmless.
  public static Documents versioned(MongoDatabase database, String name) {
    Documents documents = plain(database, name);
    documents.uniqueIndex(new Document("_id", 1).append("version", 1));
    return documents;
  }

  /// A collection whose documents are inserted once, or replaced by whoever comes last.
  public static Documents plain(MongoDatabase database, String name) {
    return new Documents(database.getCollection(name));
  }

  public void index(Document keys) {
    await(collection.createIndex(keys));
  }

  public void sparseIndex(Document keys) {
    await(collection.createIndex(keys, new IndexOptions().sparse(true)));
  }

  public void uniqueIndex(Document keys) {
    await(collection.createIndex(keys, new IndexOptions().unique(true)));
  }

  /// Unique among the documents that have the key; of a list, each element is a key.
  public void uniqueSparseIndex(Document keys) {
    await(collection.createIndex(keys, new IndexOptions().unique(true).sparse(true)));
  }

  /// False if the id or a unique key is taken.
  public boolean insert(Document document) {
    try {
      await(collection.insertOne(document));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  public Optional<Document> find(String id) {
    return findOne(new Document("_id", id));
  }

  public Optional<Document> findOne(Document filter) {
    return Mono.from(collection.find(filter).first()).blockOptional(ANSWER_WITHIN);
  }

  /// At most `limit` documents; 0 for all.
  public List<Document> findMany(Document filter, Document sort, int limit) {
    return Flux.from(collection.find(filter).sort(sort).limit(limit).batchSize(BATCH))
        .collectList()
        .blockOptional(ANSWER_WITHIN)
        .orElseThrow();
  }

  /// Every match in the order of `sort`, as it is asked for.
  public Iterator<Document> inOrder(Document filter, Document sort) {
    return Flux.from(collection.find(filter).sort(sort).batchSize(BATCH))
        .toIterable(BATCH)
        .iterator();
  }

  /// Every match, one after another, in no order, on the calling thread.
  public void forEach(Document filter, Consumer<Document> each) {
    forEach(filter, new Document(), each);
  }

  /// As above, with only the fields that `projection` names.
  public void forEach(Document filter, Document projection, Consumer<Document> each) {
    Flux.from(collection.find(filter).projection(projection).batchSize(BATCH))
        .toIterable(BATCH)
        .forEach(each);
  }

  /// The one write that decides: applies `update` (operators) and raises the version if the
  /// document still has `version`. False if it has not; nothing is changed then.
  public boolean compareAndSet(String id, long version, Document update) {
    Document raised = new Document(update);
    Document set = new Document(update.get("$set", new Document()));
    set.append("version", version + 1);
    raised.put("$set", set);
    Document filter = new Document("_id", id).append("version", version);
    return await(collection.updateOne(filter, raised)).getMatchedCount() == 1;
  }

  /// An update that needs no race won: idempotent, or commuting with every other.
  public boolean update(String id, Document update) {
    return await(collection.updateOne(new Document("_id", id), update)).getMatchedCount() == 1;
  }

  /// As [#update], creating the document if there is none.
  public void upsert(String id, Document update) {
    await(collection.updateOne(new Document("_id", id), update, new UpdateOptions().upsert(true)));
  }

  public boolean delete(String id) {
    return await(collection.deleteOne(new Document("_id", id))).getDeletedCount() == 1;
  }

  /// Unordered writes. A taken id or unique key among them is passed over: bulk inserts are
  /// insert-once.
  ///
  /// @return the places in the list of the writes that were passed over
  public List<Integer> bulk(List<? extends WriteModel<Document>> writes) {
    if (writes.isEmpty()) {
      return List.of();
    }
    try {
      await(collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
      return List.of();
    } catch (MongoBulkWriteException e) {
      boolean onlyTaken =
          e.getWriteConcernError() == null
              && e.getWriteErrors().stream()
                  .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
      if (!onlyTaken) {
        throw e;
      }
      return e.getWriteErrors().stream().map(BulkWriteError::getIndex).toList();
    }
  }

  private static <T> T await(Publisher<T> publisher) {
    return Mono.from(publisher).blockOptional(ANSWER_WITHIN).orElseThrow();
  }
}
