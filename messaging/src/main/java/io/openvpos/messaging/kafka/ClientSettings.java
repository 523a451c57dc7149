package io.openvpos.messaging.kafka;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What an operator may say to every Kafka client: how a broker is reached and how much is moved at
/// once. Whatever could lose, skip, double or misplace a record refuses the start, and so does
/// whatever nobody has thought about.
///
/// See docs/decisions/0015-settings-that-lose-data.md.
final class ClientSettings {

  private static final String PREFIX = "vpos.kafka.client.";

  private static final Pattern PASSED_ON =
      Pattern.compile(
          String.join(
              "|",
              "(security|sasl|ssl)\\..+",
              "client\\.(rack|dns\\.lookup)",
              "(reconnect|retry)\\.backoff\\.(max\\.)?ms",
              "socket\\.connection\\.setup\\.timeout\\.(max\\.)?ms",
              "connections\\.max\\.idle\\.ms",
              "metadata\\.max\\.(age|idle)\\.ms",
              "metadata\\.recovery\\..+",
              "(send|receive)\\.buffer\\.bytes",
              "compression\\..+",
              "batch\\.size|buffer\\.memory",
              "fetch\\..+|max\\.partition\\.fetch\\.bytes"));

  /// A setting with a value that is harmless, and what any other would do.
  private record Pin(Predicate<String> harmless, String danger) {}

  private static final Map<String, Pin> PINS =
      Map.ofEntries(
          pin("acks", "all|-1", "an acknowledged record could be on one broker only"),
          pin("enable.idempotence", "true", "a record sent again could be doubled or overtaken"),
          pin("retries", "[1-9][0-9]*", "the first hiccup of the broker would fail a record"),
          pin(
              "max.in.flight.requests.per.connection",
              "[1-5]",
              "a record sent again could be overtaken"),
          pin("enable.auto.commit", "false", "a record would count as done before it is applied"),
          pin("auto.offset.reset", "earliest", "a new group would skip what is there already"),
          pin("isolation.level", "read_uncommitted", "a stranger's open transaction holds readers"),
          pin("allow.auto.create.topics", "false", "a topic would be made that forgets"),
          pin("check.crcs", "true", "a damaged record would pass for a good one"),
          pin("partitioner.ignore.keys", "false", "a merchant's records would be scattered"),
          refused("partitioner.class", "a merchant's records could be scattered"),
          refused("transactional.id", "the instances would fence each other out"),
          refused("group.id", "all listeners would be one group and each would miss records"),
          refused("group.instance.id", "the instances would fence each other out"),
          refused("interceptor.classes", "foreign code could drop or change records"),
          refused("bootstrap.servers", "it is vpos.kafka.bootstrap-servers"),
          refused("linger.ms", "it is vpos.kafka.linger-millis"),
          refused("max.poll.records", "it is vpos.kafka.max-poll-records"));

  private ClientSettings() {}

  /// Refuses the first setting that may not be passed on. The value of one that is not known here
  /// is not repeated: it may be a secret.
  static void check(Map<String, String> client) {
    client.forEach((name, value) -> {
      Pin pin = PINS.get(name);
      if (pin != null && !pin.harmless().test(value.trim())) {
        throw new IllegalArgumentException(
            "%s%s is %s: %s".formatted(PREFIX, name, value, pin.danger()));
      }
      if (pin == null && !PASSED_ON.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "%s%s is not one of the settings that are passed on".formatted(PREFIX, name));
      }
    });
  }

  private static Map.Entry<String, Pin> pin(String name, String harmless, String danger) {
    return Map.entry(name, new Pin(Pattern.compile(harmless).asMatchPredicate(), danger));
  }

  /// No value of it is harmless.
  private static Map.Entry<String, Pin> refused(String name, String danger) {
    return Map.entry(name, new Pin(_ -> false, danger));
  }
}
