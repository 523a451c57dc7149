package io.openvpos.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.messaging.kafka.TestSenders;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.mongo.MemoryStore;
import io.openvpos.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

  private final MemoryStore store = new MemoryStore();
  private final Documents payments = Documents.versioned(store.database(), "payments");
  private final MockProducer<String, byte[]> broker =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final OutboxRelay relay = new OutboxRelay("test", payments, TestSenders.over(broker));

  @AfterEach
  void stop() {
    relay.close();
    store.close();
  }

  @Test
  void theNextEventOfADocumentWaitsForTheAcknowledgementOfTheOneBefore() {
    relay.submit("p", List.of(event("p:1"), event("p:2")));

    awaitSent("p:1");
    broker.completeNext();
    awaitSent("p:1", "p:2");
  }

  @Test
  void aFailureHoldsTheDocumentBackAndIsSentAgainWithTheSameId() {
    stored("p", event("p:1"), event("p:2"));
    relay.submit("p", List.of(event("p:1"), event("p:2")));
    awaitSent("p:1");

    broker.errorNext(new KafkaException("no"));

    awaitSent("p:1", "p:1");
  }

  @Test
  void afterAFailureWhatAnotherInstanceHasSentMeanwhileIsNotSentAgain() {
    stored("p", event("p:1"), event("p:2"));
    relay.submit("p", List.of(event("p:1"), event("p:2")));
    awaitSent("p:1");
    payments.update("p", new Document("$pull", new Document("outbox", new Document("id", "p:1"))));

    broker.errorNext(new KafkaException("no"));

    awaitSent("p:1", "p:2");
  }

  @Test
  void aProducerThatBlocksHoldsUpNobodyWhoSubmits() throws InterruptedException {
    CountDownLatch room = new CountDownLatch(1);
    MockProducer<String, byte[]> full =
        new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()) {
          @Override
          public synchronized Future<RecordMetadata> send(
              ProducerRecord<String, byte[]> outgoing, Callback callback) {
            awaitQuietly(room);
            return super.send(outgoing, callback);
          }
        };
    try (OutboxRelay blocked = new OutboxRelay("blocked", payments, TestSenders.over(full))) {
      blocked.submit("p", List.of(event("p:1")));
      blocked.submit("q", List.of(event("q:1")));

      assertThat(blocked.backlog()).isEqualTo(2);
      room.countDown();
      await().untilAsserted(() -> assertThat(full.history()).hasSize(2));
    }
  }

  @Test
  void otherDocumentsDoNotWait() {
    relay.submit("p", List.of(event("p:1")));
    relay.submit("q", List.of(event("q:1")));

    awaitSent("p:1", "q:1");
  }

  @Test
  void aKnownEventIsNotSentTwice() {
    relay.submit("p", List.of(event("p:1")));

    relay.submit("p", List.of(event("p:1"), event("p:2")));

    awaitSent("p:1");
    broker.completeNext();
    awaitSent("p:1", "p:2");
  }

  @Test
  void onlyWhatIsAcknowledgedIsPulled() {
    stored("p", event("p:1"), event("p:2"));
    relay.submit("p", List.of(event("p:1"), event("p:2")));
    awaitSent("p:1");

    broker.completeNext();

    awaitSent("p:1", "p:2");
    await().untilAsserted(() -> assertThat(left("p")).containsExactly("p:2"));
    broker.completeNext();
    await().untilAsserted(() -> assertThat(left("p")).isEmpty());
    assertThat(payments.find("p").orElseThrow().getLong("version")).isEqualTo(1);
  }

  @Test
  void aSweepFindsWhatAnotherInstanceLeft() {
    stored("p", event("p:1"));

    relay.sweep();

    awaitSent("p:1");
    broker.completeNext();
    relay.awaitSent();
    await().untilAsserted(() -> assertThat(left("p")).isEmpty());
  }

  private void stored(String id, OutboxEntry... outbox) {
    payments.insert(
        new Document("_id", id)
            .append("version", 1L)
            .append("outbox", List.of(outbox).stream().map(OutboxEntry::toDocument).toList()));
  }

  private List<String> left(String id) {
    return OutboxEntry.of(payments.find(id).orElseThrow()).stream()
        .map(OutboxEntry::eventId)
        .toList();
  }

  private void awaitSent(String... ids) {
    await().untilAsserted(() -> assertThat(sent()).containsExactly(ids));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> sent() {
    return broker.history().stream()
        .map(found -> new String(found.value(), StandardCharsets.UTF_8))
        .toList();
  }

  private static OutboxEntry event(String id) {
    byte[] value = id.getBytes(StandardCharsets.UTF_8);
    return new OutboxEntry(id, Topics.PAYMENTS, 0, "m", value, Map.of("traceparent", "00-1-2-01"));
  }
}
