package io.openvpos.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topic.Partitioning;
import io.openvpos.schemas.Topic.Retention;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What only a broker of several can show; what one can show is asked of a real one in sandbox.
class TopicPromisesTest {

  @ParameterizedTest
  @CsvSource({
    "FOR_EVER, min.insync.replicas, 1",
    "HOURS_1, min.insync.replicas, 1",
    "FOR_EVER, unclean.leader.election.enable, true",
    "COMPACTED, unclean.leader.election.enable, true",
    "FOR_EVER, message.timestamp.type, CreateTime",
    "FOR_EVER, max.message.bytes, 1000",
    "FOR_EVER, retention.ms, 604800000",
    "FOR_EVER, retention.bytes, 1073741824",
    "FOR_EVER, cleanup.policy, compact",
    "FOR_EVER, cleanup.policy, 'delete,compact'",
    "COMPACTED, cleanup.policy, delete",
    "COMPACTED, cleanup.policy, 'compact,delete'"
  })
  void aBrokenPromiseRefusesTheStart(Retention retention, String name, String value) {
    Map<String, String> configs = kept(retention);
    configs.put(name, value);

    assertThatIllegalStateException()
        .isThrownBy(() -> check(retention, 3, configs))
        .withMessageStartingWith("topic money has " + name + " " + value + ": ");
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void tooFewCopiesRefuseTheStart(int replicas) {
    assertThatIllegalStateException()
        .isThrownBy(() -> check(Retention.FOR_EVER, replicas, kept(Retention.FOR_EVER)))
        .withMessageStartingWith("topic money has " + replicas + " replicas, not 3: ")
        .withMessageContaining("vpos.kafka.single-broker");
  }

  @ParameterizedTest
  @EnumSource
  void aKeptPromiseStarts(Retention retention) {
    assertThatCode(() -> check(retention, 3, kept(retention))).doesNotThrowAnyException();
  }

  private static void check(Retention retention, int replicas, Map<String, String> configs) {
    new TopicPromises(false)
        .check(
            new Topic("money", Partitioning.MONEY, retention),
            new TopicPromises.Found(replicas, configs));
  }

  private static Map<String, String> kept(Retention retention) {
    Map<String, String> configs = new HashMap<>();
    configs.put("min.insync.replicas", "2");
    configs.put("unclean.leader.election.enable", "false");
    configs.put("message.timestamp.type", "LogAppendTime");
    configs.put("max.message.bytes", "1048588");
    configs.put("retention.ms", retention == Retention.FOR_EVER ? "-1" : "3600000");
    configs.put("retention.bytes", "-1");
    configs.put("cleanup.policy", retention == Retention.COMPACTED ? "compact" : "delete");
    return configs;
  }
}
