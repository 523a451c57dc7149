package io.openvpos.messaging.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.schemas.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class ConfluentAgreementTest {

  private final long seed = Long.getLong("seed", 20_261_123L);

  @Test
  void confluentReadsEveryRecordThatWeWriteAndWritesTheSameBytes() throws Exception {
    System.out.println("seed " + seed);
    try (LittleRegistry registry = new LittleRegistry()) {
      Agreement agreement = new Agreement(registry.url());
      for (SpecificRecord sample : SampleRecords.of(seed)) {
        agreement.confluentReadsOurs(sample);
      }
      assertThat(registry.subjects())
          .hasSizeGreaterThan(20)
          .contains("authorization.payments.v1-io.openvpos.schemas.Money");
    }
  }

  @Test
  void weReadEveryRecordThatConfluentWritesAndWriteTheSameBytes() throws Exception {
    System.out.println("seed " + seed);
    try (LittleRegistry registry = new LittleRegistry()) {
      Agreement agreement = new Agreement(registry.url());
      for (SpecificRecord sample : SampleRecords.of(seed)) {
        agreement.weReadConfluents(sample);
      }
    }
  }

  @Test
  void withoutRegistrationOnlyAKnownSchemaIsWritten() throws Exception {
    try (LittleRegistry registry = new LittleRegistry()) {
      AvroSerializer stranger = serializer(registry.url(), Map.of("auto.register.schemas", false));
      Money money = new Money(12_990L, "TRY");
      assertThatThrownBy(() -> stranger.serialize("t", money))
          .isInstanceOf(SerializationException.class);
      byte[] registered = serializer(registry.url(), Map.of()).serialize("t", money);
      assertThat(stranger.serialize("t", money)).isEqualTo(registered);
      AvroSerializer latest =
          serializer(
              registry.url(), Map.of("auto.register.schemas", false, "use.latest.version", true));
      assertThat(latest.serialize("t", money)).isEqualTo(registered);
    }
  }

  @Test
  void whatIsNoAvroIsRefusedAndNothingStaysNothing() throws Exception {
    try (LittleRegistry registry = new LittleRegistry()) {
      AvroDeserializer deserializer = new AvroDeserializer();
      deserializer.configure(Map.of("schema.registry.url", registry.url()), false);
      assertThat(deserializer.deserialize("t", null)).isNull();
      for (byte[] wire :
          List.of(new byte[0], new byte[] {1, 0, 0, 0, 1, 0}, new byte[] {0, 0, 0, 0, 9, 0})) {
        assertThatThrownBy(() -> deserializer.deserialize("t", wire))
            .isInstanceOf(SerializationException.class);
      }
    }
  }

  @Test
  void aRegistryThatDoesNotAnswerIsNotTheRecordsFault() throws Exception {
    LittleRegistry registry = new LittleRegistry();
    AvroSerializer serializer = serializer(registry.url(), Map.of());
    AvroDeserializer deserializer = new AvroDeserializer();
    deserializer.configure(Map.of("schema.registry.url", registry.url()), false);
    byte[] wire = serializer.serialize("t", new Money(1L, "TRY"));
    registry.close();
    assertThatThrownBy(() -> deserializer.deserialize("t", wire))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  private static AvroSerializer serializer(String registry, Map<String, Object> more) {
    AvroSerializer serializer = new AvroSerializer();
    Map<String, Object> configs = new HashMap<>(more);
    configs.put("schema.registry.url", registry);
    configs.put("value.subject.name.strategy", "TopicRecordNameStrategy");
    serializer.configure(configs, false);
    return serializer;
  }
}
