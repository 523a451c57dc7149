package io.openvpos.messaging.mongo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorePromisesTest {

  private static final String SERVER = "mongodb://user:secret@127.0.0.1:27017/?";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w=0",
        "w=1",
        "w=2",
        "journal=false",
        "readPreference=secondary",
        "readPreference=primaryPreferred",
        "readPreference=nearest",
        "readConcernLevel=local",
        "readConcernLevel=available"
      })
  void anOptionThatPromisesLessRefusesTheStart(String option) {
    ConnectionString uri = new ConnectionString(SERVER + option);

    assertThatIllegalStateException()
        .isThrownBy(() -> StorePromises.check(uri))
        .withMessageStartingWith("vpos.mongo.uri has " + option + ": ")
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "directConnection=true",
        "w=majority&journal=true",
        "readPreference=primary&readConcernLevel=majority",
        "retryWrites=false&replicaSet=vpos"
      })
  void theRestStarts(String options) {
    ConnectionString uri = new ConnectionString(SERVER + options);

    assertThatCode(() -> StorePromises.check(uri)).doesNotThrowAnyException();
  }

  @Test
  void aMajorityWithoutItsJournalsRefusesTheStart() {
    assertThatIllegalStateException()
        .isThrownBy(() -> StorePromises.checkSet(set(false)))
        .withMessageContaining("writeConcernMajorityJournalDefault is false");
    assertThatCode(() -> StorePromises.checkSet(set(true))).doesNotThrowAnyException();
    assertThatCode(() -> StorePromises.checkSet(new Document())).doesNotThrowAnyException();
  }

  @Test
  void aStoreThatIsNoSetStarts() {
    MongoServer server = new MongoServer(new MemoryBackend());
    try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
      assertThatCode(() -> StorePromises.check(client)).doesNotThrowAnyException();
    } finally {
      server.shutdownNow();
    }
  }

  private static Document set(boolean journalled) {
    return new Document("config", new Document("writeConcernMajorityJournalDefault", journalled));
  }
}
