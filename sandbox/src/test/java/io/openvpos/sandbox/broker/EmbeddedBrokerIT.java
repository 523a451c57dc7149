package io.openvpos.sandbox.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.sandbox.ground.EmbeddedOnly;
import io.openvpos.sandbox.process.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EmbeddedOnly("its subject is the embedded broker")
class EmbeddedBrokerIT {

  private static final String TOPIC = "authorization.payments.v1";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void keepsTopicsRecordsAndGroupOffsetsOverARestartOnTheSamePorts() throws Exception {
    int port;
    String clusterId;
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, 0)) {
      port = broker.port();
      clusterId = createTopic(broker.bootstrapServers());
      produce(broker.bootstrapServers(), "a", "b");
      assertThat(consume(broker.bootstrapServers(), 2)).containsExactly("a", "b");
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, port, 0)) {
      produce(broker.bootstrapServers(), "c");
      assertThat(consume(broker.bootstrapServers(), 1)).containsExactly("c");
      try (Admin admin = admin(broker.bootstrapServers())) {
        assertThat(admin.describeCluster().clusterId().get()).isEqualTo(clusterId);
      }
    }
  }

  @Test
  void startsAgainOnTheFolderOfAKilledProcessWithEveryAcknowledgedRecord() throws Exception {
    try (ChildProcess child =
        ChildProcess.start(EmbeddedBrokerMain.class, "BROKER_READY", "--data", folder.toString())) {
      createTopic(child.readyValue());
      produce(child.readyValue(), "a", "b", "c");
      child.kill();
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, 0)) {
      assertThat(consume(broker.bootstrapServers(), 3)).containsExactly("a", "b", "c");
    }
  }

  @Test
  void createsNoTopicByItself() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, 0);
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", "1500"),
                new StringSerializer(),
                new StringSerializer())) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("unknown", "x")).get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
    }
  }

  private static Admin admin(String servers) {
    return Admin.create(Map.of("bootstrap.servers", servers));
  }

  private static String createTopic(String servers) throws Exception {
    try (Admin admin = admin(servers)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      return admin.describeCluster().clusterId().get();
    }
  }

  private static void produce(String servers, String... values) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", "0"),
            new StringSerializer(),
            new StringSerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(TOPIC, value)).get();
      }
    }
  }

  private static List<String> consume(String servers, int expected) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "group.id",
                "merchant.ledger",
                "auto.offset.reset",
                "earliest",
                "session.timeout.ms",
                "6000",
                "enable.auto.commit",
                "false"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      List<String> values = new ArrayList<>();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (values.size() < expected && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          values.add(record.value());
        }
      }
      consumer.commitSync();
      return values;
    }
  }
}
