package io.openvpos.sandbox.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.kafka.KafkaConfiguration;
import io.openvpos.messaging.kafka.ServiceTopics;
import io.openvpos.sandbox.registry.EmbeddedRegistry;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topic.Partitioning;
import io.openvpos.schemas.Topic.Retention;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/// The plumbing of a service against a real broker: what would lose records refuses the start and
/// is named, whoever set it.
class SettingsThatLoseDataIT {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static EmbeddedBroker broker;
  private static EmbeddedRegistry registry;

  @BeforeAll
  static void start(@TempDir Path folder) {
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0, 0);
    registry = EmbeddedRegistry.start(folder.resolve("registry"), 0);
  }

  @AfterAll
  static void stop() {
    registry.close();
    broker.close();
  }

  @ParameterizedTest
  @CsvSource({
    "FOR_EVER, retention.ms, 60000",
    "FOR_EVER, retention.bytes, 1000000",
    "FOR_EVER, cleanup.policy, compact",
    "COMPACTED, cleanup.policy, delete",
    "FOR_EVER, unclean.leader.election.enable, true",
    "FOR_EVER, message.timestamp.type, CreateTime",
    "FOR_EVER, max.message.bytes, 1000"
  })
  void aTopicThatSomebodyMadeWorseRefusesTheStart(Retention retention, String name, String value)
      throws Exception {
    Topic topic = topic(retention);
    make(topic, Map.of(name, value));

    assertThat(refusal(topic)).contains("topic " + topic + " has " + name + " " + value + ": ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vpos.kafka.client.acks=1",
        "vpos.kafka.client.enable.idempotence=false",
        "vpos.kafka.client.retries=0",
        "vpos.kafka.client.max.in.flight.requests.per.connection=10",
        "vpos.kafka.client.enable.auto.commit=true",
        "vpos.kafka.client.auto.offset.reset=latest",
        "vpos.kafka.client.transactional.id=one",
        "vpos.kafka.client.interceptor.classes=some.Interceptor",
        "vpos.kafka.replication-factor=2"
      })
  void aSettingThatLosesRecordsRefusesTheStart(String setting) {
    String[] parts = setting.split("=", -1);

    assertThat(refusal(topic(Retention.FOR_EVER), setting)).contains(parts[0] + " is " + parts[1]);
  }

  @Test
  void oneBrokerMustBeSaidOutLoud() throws Exception {
    Topic topic = topic(Retention.FOR_EVER);
    make(topic, Map.of());

    assertThat(refusal(topic, "vpos.kafka.single-broker=false"))
        .contains("topic " + topic + " has 1 replicas, not 3")
        .contains("vpos.kafka.single-broker");
  }

  @Test
  void theRestStartsAndMakesItsTopicsAsTheyMustBe() {
    for (Retention retention : Retention.values()) {
      Topic topic = topic(retention);
      for (String start : List.of("first", "again")) {
        service(topic, "vpos.kafka.client.acks=all", "vpos.kafka.client.client.rack=a")
            .run(context -> assertThat(context).as(start).hasNotFailed());
      }
    }
  }

  private static String refusal(Topic topic, String... settings) {
    StringBuilder told = new StringBuilder();
    service(topic, settings)
        .run(context -> {
          Throwable cause = context.getStartupFailure();
          while (cause != null) {
            told.append(cause.getMessage()).append('\n');
            cause = cause.getCause();
          }
        });
    assertThat(told.toString()).as("the start is refused").isNotEmpty();
    return told.toString();
  }

  private static ApplicationContextRunner service(Topic topic, String... settings) {
    return new ApplicationContextRunner()
        .withUserConfiguration(KafkaConfiguration.class)
        .withBean(Clock.class, Clock::systemUTC)
        .withBean(ServiceTopics.class, () -> new ServiceTopics(List.of(topic), List.of()))
        .withPropertyValues(
            "vpos.kafka.bootstrap-servers=" + broker.bootstrapServers(),
            "vpos.kafka.registry-url=" + registry.url(),
            "vpos.kafka.single-broker=true")
        .withPropertyValues(settings);
  }

  private static Topic topic(Retention retention) {
    return new Topic("kept-" + NUMBER.incrementAndGet(), Partitioning.MONEY, retention);
  }

  /// As the platform would make it, but for `worse`.
  private static void make(Topic topic, Map<String, String> worse) throws Exception {
    Map<String, String> configs = new HashMap<>();
    configs.put("message.timestamp.type", "LogAppendTime");
    configs.put("retention.ms", "-1");
    configs.put("cleanup.policy", topic.retention() == Retention.COMPACTED ? "compact" : "delete");
    configs.putAll(worse);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(topic.name(), 4, (short) 1).configs(configs)))
          .all()
          .get();
    }
  }
}
