package io.openvpos.sandbox.ground;

import io.openvpos.sandbox.platform.Servers;
import java.time.Duration;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/// Kafka, MongoDB and Apicurio in containers, set up as in docker-compose.yml; nothing is kept when
/// they are closed.
final class ContainerServers implements Servers {

  private static final String KAFKA = "apache/kafka:4.2.1";
  private static final String MONGO = "mongo:8.0";
  private static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";
  private static final int REGISTRY_PORT = 8080;
  private static final String REGISTRY_PATH = "/apis/ccompat/v7";

  /// Seconds on a machine that does nothing else, minutes on one that does.
  private static final Duration UP_WITHIN = Duration.ofMinutes(5);

  /// The images of docker-compose.yml.
  static final List<String> IMAGES = List.of(KAFKA, MONGO, REGISTRY);

  private final KafkaContainer broker =
      new KafkaContainer(DockerImageName.parse(KAFKA))
          .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
          .withEnv("KAFKA_OFFSETS_RETENTION_MINUTES", "2147483647")
          .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
          .withEnv("KAFKA_HEAP_OPTS", "-Xms256m -Xmx512m")
          .withStartupTimeout(UP_WITHIN);

  private final MongoDBContainer store =
      new MongoDBContainer(DockerImageName.parse(MONGO))
          .withReplicaSet()
          .withStartupTimeout(UP_WITHIN);

  private final GenericContainer<?> registry =
      new GenericContainer<>(DockerImageName.parse(REGISTRY))
          .withExposedPorts(REGISTRY_PORT)
          .withEnv("JAVA_OPTS_APPEND", "-Xmx448m")
          .waitingFor(
              Wait.forHttp(REGISTRY_PATH + "/subjects")
                  .forPort(REGISTRY_PORT)
                  .withStartupTimeout(UP_WITHIN));

  private ContainerServers() {}

  /// Starts the three side by side.
  static ContainerServers start() {
    ContainerServers servers = new ContainerServers();
    try {
      Startables.deepStart(servers.broker, servers.store, servers.registry).join();
      return servers;
    } catch (RuntimeException e) {
      servers.close();
      throw e;
    }
  }

  @Override
  public String bootstrapServers() {
    return broker.getBootstrapServers();
  }

  @Override
  public String mongoUri() {
    return store.getConnectionString() + "/?directConnection=true";
  }

  @Override
  public String registryUrl() {
    return "http://%s:%d%s"
        .formatted(registry.getHost(), registry.getMappedPort(REGISTRY_PORT), REGISTRY_PATH);
  }

  @Override
  public void close() {
    broker.stop();
    registry.stop();
    store.stop();
  }
}
