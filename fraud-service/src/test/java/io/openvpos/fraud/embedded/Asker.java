package io.openvpos.fraud.embedded;

import io.openvpos.messaging.avro.AvroDeserializer;
import io.openvpos.messaging.avro.AvroSerializer;
import io.openvpos.money.Money;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.AuthenticationStanding;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.RiskCheckRequested;
import io.openvpos.schemas.authorization.VelocityLimits;
import io.openvpos.schemas.fraud.RiskAssessed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Asks for scores as authorization-service does, and remembers every answer that comes.
public final class Asker implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final AvroSerializer serializer = new AvroSerializer();
  private final AvroDeserializer deserializer = new AvroDeserializer();
  private final List<Answer> answers = new ArrayList<>();
  private int asked;

  /// An answer and where it came.
  public record Answer(int partition, RiskAssessed value) {}

  public Asker(String broker, String registry, List<TopicPartition> read) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker, "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(read);
    Map<String, Object> serde =
        Map.of(
            "schema.registry.url",
            registry,
            "specific.avro.reader",
            true,
            "value.subject.name.strategy",
            "TopicRecordNameStrategy");
    serializer.configure(serde, false);
    deserializer.configure(serde, false);
  }

  /// One asking: a card, a payment of it, the hash of what is asked, the reply partition.
  public record Question(String card, String paymentId, String hash, int replyPartition) {}

  /// Asks and returns the correlation id of this asking.
  public String ask(Question question, Instant at) {
    return ask(question, at, null);
  }

  /// The same, with where the payment stands with 3-D Secure.
  public String ask(Question question, Instant at, @Nullable AuthenticationStanding standing) {
    String correlationId = "asked-" + asked++;
    send(question.card(), written(question, correlationId, at, standing));
    return correlationId;
  }

  /// The bytes of an asking, as the registry knows their schema.
  public byte[] written(Question question, String correlationId, Instant at) {
    return written(question, correlationId, at, null);
  }

  private byte[] written(
      Question question,
      String correlationId,
      Instant at,
      @Nullable AuthenticationStanding standing) {
    RiskCheckRequested wire = wire(question, correlationId, at).setAuthentication(standing).build();
    return Objects.requireNonNull(serializer.serialize(Topics.RISK_CHECKS.name(), wire));
  }

  /// An asking that a test may still change.
  public static RiskCheckRequested.Builder wire(
      Question question, String correlationId, Instant at) {
    return RiskCheckRequested.newBuilder()
        .setEnvelope(
            Envelope.newBuilder()
                .setEventId(correlationId)
                .setOccurredAt(at)
                .setAggregateVersion(1)
                .build())
        .setCorrelationId(correlationId)
        .setPaymentId(question.paymentId())
        .setRequestHash(question.hash())
        .setMerchantId("m1")
        .setMode(Mode.TEST)
        .setCardFingerprint(question.card())
        .setCard(new Card("visa", "41556501", "6111", "credit", "TR", "own_bank"))
        .setAmount(WireMoney.of(Money.of(12_990, "TRY")))
        .setInstallments(1)
        .setVelocityLimits(new VelocityLimits(3, 100, 1_000))
        .setReplyPartition(question.replyPartition())
        .setAnswerBy(at.plusMillis(250));
  }

  /// Publishes a fact of another service.
  public void publish(Topic topic, String key, SpecificRecord fact) {
    send(new ProducerRecord<>(topic.name(), key, serializer.serialize(topic.name(), fact)));
  }

  public void send(String key, byte @Nullable [] value) {
    send(new ProducerRecord<>(Topics.RISK_CHECKS.name(), key, value));
  }

  public void send(ProducerRecord<String, byte[]> record) {
    var _ = producer.send(record);
    producer.flush();
  }

  public Optional<Answer> answer(String correlationId) {
    poll();
    return answers.stream()
        .filter(each -> each.value().getCorrelationId().equals(correlationId))
        .findFirst();
  }

  public List<Answer> answers() {
    poll();
    return List.copyOf(answers);
  }

  private void poll() {
    consumer
        .poll(Duration.ofMillis(20))
        .forEach(each -> {
          Object value = deserializer.deserialize(each.topic(), each.value());
          if (value instanceof RiskAssessed assessed) {
            answers.add(new Answer(each.partition(), assessed));
          }
        });
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    consumer.close();
  }
}
