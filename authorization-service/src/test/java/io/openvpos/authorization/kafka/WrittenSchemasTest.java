package io.openvpos.authorization.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openvpos.authorization.kafka.WrittenSchemas.Written;
import io.openvpos.authorization.payment.domain.PaymentEvent.Fact;
import io.openvpos.messaging.avro.AvroSerializer;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every schema is known to the registry before the first request, or the service does not start.
final class WrittenSchemasTest {

  private static final Duration AT_ONCE = Duration.ofMillis(1);

  /// Avro makes generated classes only for who trusts them, as every serde of ours does.
  @BeforeAll
  static void trust() {
    try (AvroSerializer serializer = new AvroSerializer()) {
      serializer.configure(Map.of("schema.registry.url", "http://localhost:1"), false);
    }
  }

  private final List<Written> registered = new ArrayList<>();
  private int outages;

  @Test
  void everyKindOfRecordIsRegistered() throws InterruptedException {
    new WrittenSchemas(this::encode, Duration.ZERO, AT_ONCE).register();

    assertThat(registered).isEqualTo(WrittenSchemas.ALL);
  }

  @Test
  void everyFactIsAmongThem() {
    assertThat(
            WrittenSchemas.ALL.stream()
                .filter(written -> written.topic().equals(Topics.PAYMENTS))
                .map(written -> written.type().getSimpleName()))
        .containsAll(
            Stream.of(Fact.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
  }

  @Test
  void theStartWaitsForTheRegistry() throws InterruptedException {
    outages = 3;

    new WrittenSchemas(this::encode, Duration.ofSeconds(30), AT_ONCE).register();

    assertThat(registered).isEqualTo(WrittenSchemas.ALL);
  }

  @Test
  void withoutARegistryThereIsNoStart() {
    outages = Integer.MAX_VALUE;

    assertThatExceptionOfType(KafkaException.class)
        .isThrownBy(() -> new WrittenSchemas(this::encode, Duration.ZERO, AT_ONCE).register());
  }

  private byte[] encode(Topic topic, SpecificRecord value) {
    if (outages-- > 0) {
      throw new KafkaException("away on purpose");
    }
    registered.add(new Written(topic, value.getClass()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<>(value.getSchema(), SpecificData.getForClass(value.getClass()))
          .write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
