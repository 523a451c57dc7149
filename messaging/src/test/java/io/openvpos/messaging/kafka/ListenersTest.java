package io.openvpos.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.mock.MockProducerFactory;
import org.springframework.kafka.support.KafkaUtils;

/// What becomes of a poll that a projection could not take whole.
class ListenersTest {

  private static final TopicPartition PLACE = new TopicPartition("facts", 0);
  private static final int TRIES = 3;

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final ConcurrentMessageListenerContainer<String, byte[]> container =
      Listeners.projection(
              new DefaultKafkaConsumerFactory<>(Map.of()),
              new KafkaTemplate<>(new MockProducerFactory<>(() -> producer)))
          .createContainer(PLACE.topic());
  private final CommonErrorHandler handler =
      Objects.requireNonNull(container.getCommonErrorHandler());
  private final ConsumerRecords<String, byte[]> polled =
      new ConsumerRecords<>(
          Map.of(PLACE, List.of(record(0), record(1), record(2))),
          Map.of(PLACE, new OffsetAndMetadata(3)));

  @BeforeEach
  void assign() {
    consumer.assign(List.of(PLACE));
    KafkaUtils.setConsumerGroupId("readers");
  }

  @AfterEach
  void forget() {
    KafkaUtils.clearConsumerGroupId();
  }

  @Test
  void anOutageOfTheStoreIsWaitedForBeyondAllTries() {
    for (int tries = 0; tries <= TRIES; tries++) {
      assertThatThrownBy(() -> fail(new MongoTimeoutException("away"), 0))
          .hasMessageContaining("not yet recovered");
      assertThat(consumer.position(PLACE)).isZero();
    }
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void aRecordThatCannotBeReadIsPutAsideAloneAndThoseBeforeItAreDone() {
    UndecodableRecordException poison =
        new UndecodableRecordException("poison", new SerializationException());
    for (int tries = 1; tries <= TRIES; tries++) {
      assertThat(producer.history()).isEmpty();
      assertThatThrownBy(() -> fail(poison, 1)).hasRootCause(poison.getCause());
    }
    assertThat(producer.history())
        .extracting(ProducerRecord::topic)
        .containsOnly("facts.readers.dlt");
    assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("key-1");
    assertThat(consumer.position(PLACE)).isEqualTo(2);
    assertThat(consumer.committed(Set.of(PLACE))).containsEntry(PLACE, new OffsetAndMetadata(2));
  }

  private void fail(Exception failure, int place) {
    handler.handleBatch(
        new BatchListenerFailedException("not taken", failure, place),
        polled,
        consumer,
        container,
        () -> {});
  }

  private static ConsumerRecord<String, byte[]> record(long offset) {
    return new ConsumerRecord<>(PLACE.topic(), 0, offset, "key-" + offset, new byte[] {7});
  }
}
