package io.openvpos.messaging.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadConcernLevel;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Duration;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// What a write and a read of the store must promise. The client is made that way whatever the
/// connection string says; one that asks for less is refused all the same, because whoever wrote it
/// expects something else. Its own text is not repeated: it may hold a password.
///
/// See docs/decisions/0015-settings-that-lose-data.md.
public final class StorePromises {

  private static final Logger LOGGER = LoggerFactory.getLogger(StorePromises.class);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private StorePromises() {}

  /// Refuses a connection string whose options contradict the promises.
  public static void check(ConnectionString uri) {
    WriteConcern writes = uri.getWriteConcern();
    if (writes != null) {
      Object w = writes.getWObject();
      if (w != null && !"majority".equals(w)) {
        throw refused("w=" + w, "a write would be lost with the server that has it");
      }
      if (Boolean.FALSE.equals(writes.getJournal())) {
        throw refused("journal=false", "a write would be lost with the power");
      }
    }
    ReadPreference reads = uri.getReadPreference();
    if (reads != null && !reads.equals(ReadPreference.primary())) {
      throw refused("readPreference=" + reads.getName(), "a decision would rest on an old state");
    }
    ReadConcern concern = uri.getReadConcern();
    ReadConcernLevel level = concern == null ? null : concern.getLevel();
    if (level != null && level != ReadConcernLevel.MAJORITY) {
      throw refused(
          "readConcernLevel=" + level.getValue(), "a decision could rest on what is rolled back");
    }
  }

  /// Refuses a replica set whose majority answers before its journals have the write. A server that
  /// is no set, or does not tell, passes.
  public static void check(MongoClient client) {
    try {
      // Not `hello`: the embedded store knows the older name only.
      Document server = answer(client, "isMaster");
      if (server.containsKey("setName")) {
        checkSet(answer(client, "replSetGetConfig"));
      }
    } catch (MongoCommandException e) {
      LOGGER.info("the store does not tell how its set is configured: {}", e.getErrorCodeName());
    }
  }

  static void checkSet(Document answer) {
    boolean journalled =
        Optional.ofNullable(answer.get("config", Document.class))
            .map(config -> config.getBoolean("writeConcernMajorityJournalDefault", true))
            .orElse(true);
    if (!journalled) {
      throw new IllegalStateException(
          "the store's writeConcernMajorityJournalDefault is false: power could take writes along");
    }
  }

  private static Document answer(MongoClient client, String command) {
    return Mono.from(client.getDatabase("admin").runCommand(new Document(command, 1)))
        .blockOptional(ANSWER_WITHIN)
        .orElseThrow();
  }

  private static IllegalStateException refused(String option, String danger) {
    return new IllegalStateException("vpos.mongo.uri has %s: %s".formatted(option, danger));
  }
}
