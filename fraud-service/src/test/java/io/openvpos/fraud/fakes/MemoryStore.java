package io.openvpos.fraud.fakes;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.openvpos.messaging.mongo.Documents;

/// A store on the real wire protocol, forgotten when closed.
public final class MemoryStore implements AutoCloseable {

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());

  public String uri() {
    return server.getConnectionString();
  }

  public MongoDatabase database() {
    return database("test");
  }

  public MongoDatabase database(String name) {
    return client.getDatabase(name);
  }

  public Documents plain(String name) {
    return Documents.plain(database(), name);
  }

  public Documents versioned(String name) {
    return Documents.versioned(database(), name);
  }

  @Override
  public void close() {
    client.close();
    server.shutdownNow();
  }
}
