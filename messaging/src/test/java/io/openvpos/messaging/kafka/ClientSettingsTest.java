package io.openvpos.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each setting that loses data refuses the start and is named.
class ClientSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "acks, 1",
    "acks, 0",
    "enable.idempotence, false",
    "retries, 0",
    "max.in.flight.requests.per.connection, 6",
    "enable.auto.commit, true",
    "auto.offset.reset, latest",
    "auto.offset.reset, none",
    "isolation.level, read_committed",
    "allow.auto.create.topics, true",
    "check.crcs, false",
    "partitioner.ignore.keys, true",
    "partitioner.class, org.apache.kafka.clients.producer.RoundRobinPartitioner",
    "transactional.id, vpos",
    "group.id, vpos",
    "group.instance.id, vpos-1",
    "interceptor.classes, com.example.Dropping",
    "bootstrap.servers, elsewhere:9092",
    "linger.ms, 5",
    "max.poll.records, 1"
  })
  void whatCouldLoseRecordsRefusesTheStart(String name, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(null, false, Map.of(name, value)))
        .withMessageStartingWith("vpos.kafka.client." + name + " is " + value + ": ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"max.poll.interval.ms", "value.serializer", "Acks", "securityprotocol"})
  void whatNobodyHasThoughtAboutIsRefusedAndItsValueNotRepeated(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(null, false, Map.of(name, "secret")))
        .withMessageStartingWith("vpos.kafka.client." + name + " ")
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "security.protocol, SASL_SSL",
    "sasl.jaas.config, anything;",
    "ssl.truststore.location, /run/secrets/trust.p12",
    "client.rack, a",
    "reconnect.backoff.max.ms, 5000",
    "compression.type, zstd",
    "fetch.max.wait.ms, 100",
    "acks, all",
    "acks, -1",
    "max.in.flight.requests.per.connection, 1",
    "enable.auto.commit, false",
    "auto.offset.reset, earliest"
  })
  void theRestReachesEveryClient(String name, String value) {
    assertThat(settings(null, false, Map.of(name, value)).reaching())
        .containsEntry(name, value)
        .containsEntry("bootstrap.servers", "127.0.0.1:9092");
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "2, true", "3, true"})
  void tooFewCopiesMustBeSaidOutLoud(short copies, boolean singleBroker) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(copies, singleBroker, Map.of()))
        .withMessageStartingWith("vpos.kafka.replication-factor is " + copies);
  }

  @Test
  void threeCopiesUnlessThereIsOneBroker() {
    assertThat(settings(null, false, Map.of()).copies()).isEqualTo((short) 3);
    assertThat(settings(null, true, Map.of()).copies()).isEqualTo((short) 1);
    assertThat(settings((short) 5, false, Map.of()).copies()).isEqualTo((short) 5);
    assertThat(settings((short) 1, true, Map.of()).copies()).isEqualTo((short) 1);
  }

  private static KafkaSettings settings(
      @Nullable Short copies, boolean singleBroker, Map<String, String> client) {
    return new KafkaSettings(
        "127.0.0.1:9092",
        "http://127.0.0.1:8085",
        4,
        4,
        copies,
        singleBroker,
        client,
        2,
        200,
        0,
        "serializer",
        "deserializer",
        Map.of(),
        Duration.ofSeconds(1));
  }
}
