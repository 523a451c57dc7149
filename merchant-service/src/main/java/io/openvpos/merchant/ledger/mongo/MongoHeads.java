package io.openvpos.merchant.ledger.mongo;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.ledger.HeadReading;
import io.openvpos.merchant.ledger.Heads;
import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.Balances;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.Head.Appended;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.messaging.mongo.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Collection `heads`: `_id` is merchant|mode|currency. The pull of released entries leaves the
/// version alone: it commutes with every append, which only pushes.
@Component
final class MongoHeads implements Heads, HeadReading {

  private final Documents documents;

  MongoHeads(MongoDatabase database) {
    documents = Documents.versioned(database, "heads");
    documents.index(new Document("pending.source_partition", 1));
  }

  @Override
  public Optional<Head> find(HeadKey key) {
    return documents.find(key.id()).map(MongoHeads::read);
  }

  @Override
  public boolean save(Appended appended) {
    Head head = appended.head();
    List<Document> added = appended.added().stream().map(EntryDocuments::write).toList();
    Document state =
        new Document("seq", head.seq())
            .append("balances", balances(head.balances()))
            .append("paid_out", head.paidOut())
            .append("last_hash", head.lastHash());
    if (head.version() == 1) {
      Document first = new Document("_id", head.key().id()).append("version", 1L);
      first.putAll(state);
      return documents.insert(first.append("pending", added));
    }
    return documents.compareAndSet(
        head.key().id(),
        head.version() - 1,
        new Document("$set", state)
            .append("$push", new Document("pending", new Document("$each", added))));
  }

  @Override
  public void released(Collection<Head> heads) {
    List<UpdateOneModel<Document>> pulls = new ArrayList<>();
    for (Head head : heads) {
      if (!head.pending().isEmpty()) {
        long through = head.pending().getLast().seq();
        Document upTo = new Document("seq", new Document("$lte", through));
        pulls.add(
            new UpdateOneModel<>(
                new Document("_id", head.key().id()),
                new Document("$pull", new Document("pending", upTo))));
      }
    }
    documents.bulk(pulls);
  }

  @Override
  public List<Head> withPending(int partition) {
    List<Head> found = new ArrayList<>();
    documents.forEach(
        new Document("pending.source_partition", partition), head -> found.add(read(head)));
    return found;
  }

  @Override
  public List<Head> existing(Collection<HeadKey> keys) {
    List<String> ids = keys.stream().map(HeadKey::id).toList();
    return documents
        .findMany(new Document("_id", new Document("$in", ids)), new Document("_id", 1), 0)
        .stream()
        .map(MongoHeads::read)
        .toList();
  }

  @Override
  public List<Head> all() {
    List<Head> found = new ArrayList<>();
    documents.forEach(new Document(), head -> found.add(read(head)));
    return found;
  }

  private static Head read(Document stored) {
    return new Head(
        HeadKey.parse(stored.getString("_id")),
        stored.getLong("version"),
        stored.getLong("seq"),
        balances(stored.get("balances", Document.class)),
        stored.getLong("paid_out"),
        stored.getString("last_hash"),
        stored.getList("pending", Document.class).stream().map(EntryDocuments::read).toList());
  }

  private static Document balances(Balances balances) {
    Document written = new Document();
    balances.byAccount().forEach((account, amount) -> written.append(account.code(), amount));
    return written;
  }

  private static Balances balances(Document stored) {
    Map<Account, Long> read = new EnumMap<>(Account.class);
    stored.forEach((code, amount) -> read.put(Account.of(code), ((Number) amount).longValue()));
    return new Balances(read);
  }
}
