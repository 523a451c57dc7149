package io.openvpos.sandbox.verify.reading;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.openvpos.sandbox.bank.BankLog;
import io.openvpos.sandbox.verify.books.BankDays;
import io.openvpos.sandbox.verify.books.Books;
import java.time.Clock;
import java.time.Duration;

/// The books of a running platform.
public final class BookKeeping implements AutoCloseable {

  private final Sources sources;
  private final MongoClient client;
  private final Clock clock;

  public BookKeeping(Sources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
    client = MongoClients.create(sources.mongoUri());
  }

  /// Waits until the platform is at rest, at most as long as `patience`; then its books can be read
  /// as long as nobody sends it more.
  public Books books(Duration patience) {
    return new Books(
        new NetworkMessages(sources.networkLog()),
        each -> BankLog.read(sources.bankLog()).forEach(each),
        new StoreDocuments(client),
        new TopicRecords(sources.bootstrapServers(), sources.registryUrl()),
        new LogFiles(sources.logs(), sources.networkLog(), sources.bankLog()),
        BankDays::ofVersion,
        new Rest(sources.bootstrapServers(), client, clock).await(patience));
  }

  @Override
  public void close() {
    client.close();
  }
}
