package io.openvpos.sandbox.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.mongo.Documents;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What the store alone can do of what a payment needs most: insert a document of a payment's size,
/// then change it by compare-and-set. Through the same driver and the same settings as the
/// services, in a database that they do not know and that is dropped afterwards.
final class BareStore {

  private static final String DATABASE = "bench";
  private static final int CLIENTS = 64;

  private final String uri;

  BareStore(String uri) {
    this.uri = uri;
  }

  /// Sequences of both writes a second, by 64 clients, each waiting for its own.
  double rate(Duration warmUp, Duration length) {
    MongoClientSettings settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri))
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .readConcern(ReadConcern.MAJORITY)
            .build();
    try (MongoClient client = MongoClients.create(settings)) {
      MongoDatabase database = client.getDatabase(DATABASE);
      Documents documents = Documents.versioned(database, "sequences");
      long from = System.nanoTime() + warmUp.toNanos();
      long until = from + length.toNanos();
      LongAdder done = new LongAdder();
      AtomicLong ids = new AtomicLong();
      together(() -> {
        while (System.nanoTime() - until < 0) {
          sequence(documents, "bench_" + ids.getAndIncrement());
          long now = System.nanoTime();
          if (now - from >= 0 && now - until < 0) {
            done.increment();
          }
        }
        return null;
      });
      Mono.from(database.drop()).block();
      return done.sum() / (length.toNanos() / 1e9);
    }
  }

  private static void sequence(Documents documents, String id) {
    boolean done =
        documents.insert(PaymentSized.inserted(id))
            && documents.compareAndSet(id, 0, PaymentSized.decided(id));
    if (!done) {
      throw new IllegalStateException("the store refused a write that nobody contends for: " + id);
    }
  }

  private static void together(Callable<@Nullable Void> client) {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<@Nullable Void> one : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the store failed under the bare load", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the store is measured", e);
    }
  }
}
