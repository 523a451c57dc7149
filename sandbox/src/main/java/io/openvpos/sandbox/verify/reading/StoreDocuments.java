package io.openvpos.sandbox.verify.reading;

import com.mongodb.reactivestreams.client.MongoClient;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.sandbox.verify.books.AuthorizationReading;
import io.openvpos.sandbox.verify.books.MerchantReading;
import io.openvpos.sandbox.verify.books.Rows;
import io.openvpos.sandbox.verify.books.SettlementReading;
import io.openvpos.sandbox.verify.books.Stored;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import reactor.core.publisher.Flux;

/// Every document of every service, one collection after another.
final class StoreDocuments implements Rows<Stored> {

  /// Settlement's last: its lines are held against the ledger's entries.
  private static final List<String> DATABASES =
      List.of(
          AuthorizationReading.DATABASE,
          "fraud",
          MerchantReading.DATABASE,
          SettlementReading.DATABASE);

  private final MongoClient client;

  StoreDocuments(MongoClient client) {
    this.client = client;
  }

  @Override
  public void forEach(Consumer<Stored> each) {
    for (String database : DATABASES) {
      for (String collection : collections(database)) {
        Consumer<Document> document =
            collection.equals(LinePages.COLLECTION)
                ? new LinePages(each)
                : found -> each.accept(new Stored(database, collection, found));
        Documents.plain(client.getDatabase(database), collection).forEach(new Document(), document);
      }
    }
  }

  private List<String> collections(String database) {
    return Flux.from(client.getDatabase(database).listCollectionNames())
        .collectSortedList()
        .blockOptional()
        .orElseThrow()
        .stream()
        .filter(name -> !name.startsWith("system."))
        .toList();
  }
}
