package io.openvpos.sandbox.verify.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.openvpos.messaging.avro.AvroSerializer;
import io.openvpos.sandbox.ground.ChosenGround;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.platform.Servers;
import io.openvpos.sandbox.verify.books.BankDays;
import io.openvpos.sandbox.verify.books.Books;
import io.openvpos.sandbox.verify.books.Told;
import io.openvpos.sandbox.verify.reading.BookKeeping;
import io.openvpos.sandbox.verify.reading.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The small books again, read from a real store, broker, registry and files.
@OnChosenGround
class RealBooksIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  private Servers servers;

  @BeforeEach
  void start() {
    servers = ChosenGround.start(folder);
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  @Test
  void readsStoresTopicsAndFilesAndWaitsForTheConsumers() throws Exception {
    SmallBooks small = SmallBooks.consistent();
    write(small);

    List<Finding> early = audit(Duration.ZERO);
    consumed(small);
    List<Finding> late = audit(PATIENCE);

    assertThat(early).filteredOn(found -> !found.ok()).hasSize(1);
    assertThat(early.get(9).detail())
        .contains("group merchant.ledger is 9 records behind")
        .contains("group settlement.lines is 9 records behind");
    assertThat(late).allSatisfy(found -> assertThat(found.ok()).as(found.toString()).isTrue());
    assertThat(late.get(10).detail())
        .isEqualTo("24 documents, 18 records, 7 log lines, 5 network messages");
  }

  @Test
  void aPlatformThatDidNothingHasNothingWrong() {
    assertThat(audit(PATIENCE)).allMatch(Finding::ok);
  }

  private List<Finding> audit(Duration patience) {
    Sources sources =
        new Sources(
            servers.mongoUri(),
            servers.bootstrapServers(),
            servers.registryUrl(),
            folder.resolve("network.log"),
            folder.resolve("logs"),
            folder.resolve("bank.log"));
    try (BookKeeping keeping = new BookKeeping(sources, Clock.systemUTC())) {
      Books books = keeping.books(patience);
      return Audit.of(
          new Books(
              books.network(),
              books.bank(),
              books.documents(),
              books.topics(),
              books.logs(),
              _ -> new BankDays(Set.of()),
              books.restless()));
    }
  }

  private void write(SmallBooks small) throws Exception {
    try (MongoClient client = MongoClients.create(servers.mongoUri())) {
      small.documents.forEach((place, documents) -> {
        String[] names = place.split("\\.", -1);
        MongoCollection<Document> collection =
            client.getDatabase(names[0]).getCollection(names[1], Document.class);
        documents.forEach(collection::insertOne);
      });
    }
    send(small.topics);
    writeFiles(small);
  }

  private void writeFiles(SmallBooks small) throws IOException {
    String messages =
        small.network.stream()
            .map(message -> new JsonMapper().writeValueAsString(message) + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("network.log"), messages, UTF_8);
    String files =
        small.bank.stream()
            .map(file -> new JsonMapper().writeValueAsString(file) + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("bank.log"), files, UTF_8);
    Files.createDirectories(folder.resolve("logs"));
    Files.writeString(folder.resolve("logs/service.log"), "started\n", UTF_8);
  }

  private void send(List<Told> topics) throws Exception {
    Map<String, Object> configs = Map.of("bootstrap.servers", servers.bootstrapServers());
    try (Admin admin = Admin.create(configs);
        AvroSerializer avro = new AvroSerializer();
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(configs, new StringSerializer(), new ByteArraySerializer())) {
      avro.configure(
          Map.of(
              "schema.registry.url",
              servers.registryUrl(),
              "auto.register.schemas",
              true,
              "value.subject.name.strategy",
              "TopicRecordNameStrategy"),
          false);
      admin
          .createTopics(
              topics.stream()
                  .map(Told::topic)
                  .distinct()
                  .map(topic -> new NewTopic(topic, 1, (short) 1))
                  .toList())
          .all()
          .get();
      for (Told told : topics) {
        byte[] value = avro.serialize(told.topic(), told.record());
        producer.send(new ProducerRecord<>(told.topic(), 0, told.key(), value)).get();
      }
    }
  }

  /// What the services' consumers would commit.
  private void consumed(SmallBooks small) throws Exception {
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", servers.bootstrapServers()))) {
      Map<TopicPartition, OffsetAndMetadata> ends =
          small.topics.stream()
              .collect(
                  Collectors.toMap(
                      told -> new TopicPartition(told.topic(), 0),
                      told -> new OffsetAndMetadata(told.offset() + 1),
                      (_, later) -> later));
      admin.alterConsumerGroupOffsets("merchant.ledger", ends).all().get();
      admin.alterConsumerGroupOffsets("settlement.lines", ends).all().get();
    }
  }
}
