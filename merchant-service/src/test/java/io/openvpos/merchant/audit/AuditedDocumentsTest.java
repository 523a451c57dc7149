package io.openvpos.merchant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.audit.domain.AuditChain;
import io.openvpos.merchant.audit.domain.AuditRecord;
import io.openvpos.merchant.fakes.MemoryStore;
import io.openvpos.messaging.mongo.Documents;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditedDocumentsTest {

  private static final String SUBJECT = "thing:t1";

  private final MemoryStore store = new MemoryStore();
  private final AuditRecords records = new AuditRecords(store.database());
  private final AuditedDocuments things =
      new AuditedDocuments(store.database(), "things", "thing", records);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void eachChangeHasItsRecordAndTheRecordsMakeAChain() {
    make();
    change(1, "blue", "things.painted");

    List<AuditRecord> kept = records.of(SUBJECT);
    assertThat(kept)
        .extracting(record -> record.action().name())
        .containsExactly("thing.made", "things.painted");
    assertThat(kept.get(0).before()).isEqualTo(AuditRecord.NOTHING);
    assertThat(kept.get(1).before()).isEqualTo(kept.get(0).after());
    assertThat(chain().firstBroken(kept)).isEmpty();
    assertThat(pending()).isEmpty();
  }

  @Test
  void aChangeThatCameTooLateLeavesNoRecord() {
    make();
    assertThat(change(1, "blue", "thing.painted")).isTrue();

    assertThat(change(1, "red", "thing.painted")).isFalse();

    assertThat(records.of(SUBJECT)).hasSize(2);
    assertThat(things.find("t1").orElseThrow().getString("colour")).isEqualTo("blue");
  }

  @Test
  void whatACrashLeftInTheDocumentIsKeptByTheSweep() {
    make();
    Document lost = kept("thing:t1|1");
    Documents.plain(store.database(), "audit").delete("thing:t1|1");
    Documents.plain(store.database(), "things")
        .update("t1", new Document("$push", new Document("audit.pending", lost)));

    things.sweep();

    assertThat(chain().firstBroken(records.of(SUBJECT))).isEmpty();
    assertThat(pending()).isEmpty();
  }

  @Test
  void aChangedRecordIsFound() {
    threeRecords();
    Documents.plain(store.database(), "audit")
        .update("thing:t1|2", new Document("$set", new Document("who", "somebody else")));

    assertThat(chain().firstBroken(records.of(SUBJECT))).contains(2L);
  }

  @Test
  void aRecordThatIsGoneIsFoundAtTheEndToo() {
    threeRecords();
    Documents.plain(store.database(), "audit").delete("thing:t1|3");

    assertThat(chain().firstBroken(records.of(SUBJECT))).contains(3L);
  }

  private void threeRecords() {
    make();
    change(1, "blue", "thing.painted");
    change(2, "red", "thing.painted");
  }

  private void make() {
    assertThat(
            things.insert(
                "t1", new Document("colour", "green"), new Document(), action("thing.made")))
        .isTrue();
  }

  private boolean change(long version, String colour, String name) {
    return things.change(
        "t1", version, new Document("colour", colour), new Document(), action(name));
  }

  private AuditChain chain() {
    return things.chain("t1").orElseThrow();
  }

  private List<Document> pending() {
    return things
        .find("t1")
        .orElseThrow()
        .get("audit", Document.class)
        .getList("pending", Document.class);
  }

  private Document kept(String id) {
    Document found = Documents.plain(store.database(), "audit").find(id).orElseThrow();
    found.remove("_id");
    return found;
  }

  private static Action action(String name) {
    return new Action(name, new Actor("ops@acquirer.test", "127.0.0.1"), Instant.EPOCH);
  }
}
