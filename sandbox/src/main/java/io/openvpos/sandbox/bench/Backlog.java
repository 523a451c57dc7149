package io.openvpos.sandbox.bench;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.openvpos.sandbox.verify.books.SettlementReading;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import reactor.core.publisher.Flux;

/// What shops were told and the far end of the pipe has not heard of: outbox, topic, ledger and
/// topic lie between a captured sale and its line in settlement.
final class Backlog implements AutoCloseable {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final MongoClient client;
  private final MongoCollection<Document> pages;

  /// @param uri connection string of the platform's store
  Backlog(String uri) {
    client = MongoClients.create(uri);
    pages = client.getDatabase(SettlementReading.DATABASE).getCollection("line_pages");
  }

  /// How many of the captured sales have no line yet. Sales that were captured although the shop
  /// never heard it make this too low by as many.
  long sales(long captured) {
    return captured
        - Flux.from(pages.find().projection(new Document("count", 1)))
            .toStream()
            .mapToLong(page -> page.getInteger("count"))
            .sum();
  }

  /// Blocks until there is none, at most for `patience`, and says how long that took.
  Duration drain(long captured, Duration patience) {
    long start = System.nanoTime();
    while (sales(captured) > 0 && System.nanoTime() - start < patience.toNanos()) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void close() {
    client.close();
  }
}
