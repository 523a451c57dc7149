package io.openvpos.authorization.fakes;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;

/// A store on the real wire protocol, forgotten when closed.
public final class MemoryStore implements AutoCloseable {

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final String uri = server.bindAndGetConnectionString();
  private final MongoClient client = MongoClients.create(uri);

  public MongoDatabase database() {
    return client.getDatabase("test");
  }

  /// Settings of a service whose database this is.
  public String[] settings() {
    return new String[] {"--vpos.mongo.uri=" + uri, "--vpos.mongo.database=test"};
  }

  /// The keys of the collection's unique indexes.
  public List<Document> uniqueKeys(String collection) {
    return Flux.from(database().getCollection(collection).listIndexes())
        .filter(index -> index.getBoolean("unique", false))
        .map(index -> index.get("key", Document.class))
        .collectList()
        .blockOptional()
        .orElseThrow();
  }

  @Override
  public void close() {
    client.close();
    server.shutdownNow();
  }
}
