package io.openvpos.sandbox.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.sandbox.process.FreePorts;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// One Kafka node, broker and controller at once, on 127.0.0.1 with its log in a folder.
///
/// A record that was acknowledged is in the page cache, so it survives a kill of the process; the
/// same folder starts again with the same cluster id, topics and group offsets.
public final class EmbeddedBroker implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final String CONTROLLER = "CONTROLLER";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /// Starts the broker and returns once it serves.
  ///
  /// @param folder the log folder, formatted on first use
  /// @param port the port of clients; 0 takes a free one
  /// @param controllerPort the port of the controller; 0 takes a free one
  public static EmbeddedBroker start(Path folder, int port, int controllerPort) {
    return start(folder, port, controllerPort, 0);
  }

  /// The same where clients reach the broker by another port, such as a relay's.
  ///
  /// @param advertisedPort the port that clients are told to use; 0 tells them the real one
  public static EmbeddedBroker start(
      Path folder, int port, int controllerPort, int advertisedPort) {
    // Kafka must know its ports before it binds them.
    int clients = port == 0 ? FreePorts.take() : port;
    int controllers = controllerPort == 0 ? FreePorts.take() : controllerPort;
    format(folder.toAbsolutePath());
    Map<String, Object> settings = settings(folder.toAbsolutePath(), clients, controllers);
    if (advertisedPort != 0) {
      settings.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, advertisedPort));
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server, clients);
  }

  private static void format(Path folder) {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(folder);
      new Formatter()
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(CONTROLLER)
          .setMetadataLogDirectory(folder.toString())
          .addDirectory(folder.toString())
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("The broker's folder cannot be formatted: " + folder, e);
    }
  }

  private static Map<String, Object> settings(Path folder, int port, int controllerPort) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
    settings.put(
        "listeners",
        "PLAINTEXT://%s:%d,%s://%s:%d".formatted(HOST, port, CONTROLLER, HOST, controllerPort));
    settings.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, port));
    settings.put(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("log.dirs", folder.toString());
    settings.put("auto.create.topics.enable", "false");
    putInternalTopics(settings);
    putGroups(settings);
    putThreads(settings);
    return settings;
  }

  /// One broker: one replica of everything, and few partitions to open at start.
  private static void putInternalTopics(Map<String, Object> settings) {
    for (String topic : new String[] {"offsets.topic", "transaction.state.log"}) {
      settings.put(topic + ".replication.factor", "1");
      settings.put(topic + ".num.partitions", "4");
      settings.put(topic + ".segment.bytes", "16777216");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
  }

  /// A killed consumer holds its partitions until its session ends; clients ask for six seconds.
  private static void putGroups(Map<String, Object> settings) {
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.min.session.timeout.ms", "1000");
    settings.put("group.consumer.session.timeout.ms", "6000");
    settings.put("group.consumer.min.session.timeout.ms", "1000");
    settings.put("group.consumer.heartbeat.interval.ms", "1000");
    settings.put("group.consumer.min.heartbeat.interval.ms", "500");
    // Facts are kept for ever, so positions in them are too.
    settings.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
  }

  /// Two cores are shared with all services; the defaults are meant for a machine of its own.
  private static void putThreads(Map<String, Object> settings) {
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("num.replica.fetchers", "1");
    settings.put("num.recovery.threads.per.data.dir", "2");
    settings.put("background.threads", "2");
    settings.put("log.cleaner.threads", "1");
    settings.put("log.cleaner.dedupe.buffer.size", "8388608");
    settings.put("log.cleaner.io.buffer.size", "131072");
    settings.put("log.segment.bytes", "134217728");
    settings.put("log.index.size.max.bytes", "1048576");
    settings.put("log.preallocate", "false");
    settings.put("log.retention.ms", "-1");
    settings.put("initial.broker.registration.timeout.ms", "60000");
    // A broker killed and started again must not wait for its own old session.
    settings.put("broker.session.timeout.ms", "6000");
    settings.put("broker.heartbeat.interval.ms", "500");
  }

  /// What Kafka clients take as `bootstrap.servers`.
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  /// The port of clients.
  public int port() {
    return port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
