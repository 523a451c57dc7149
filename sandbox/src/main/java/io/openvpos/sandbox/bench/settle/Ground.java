package io.openvpos.sandbox.bench.settle;

import io.openvpos.sandbox.bench.ServerProcesses;
import io.openvpos.sandbox.chaos.process.Child;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.process.FreePorts;
import io.openvpos.settlement.SettlementApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;

/// Broker, store and registry, each in a JVM of its own, and settlement-service in this one.
final class Ground implements AutoCloseable {

  private static final ServerProcesses.Machine EACH =
      new ServerProcesses.Machine(1024, Child.FRUGAL);

  private final ServerProcesses servers;

  private Ground(ServerProcesses servers) {
    this.servers = servers;
  }

  static Ground start(Path data) {
    return new Ground(ServerProcesses.start(data, EACH, EACH, EACH));
  }

  String bootstrapServers() {
    return servers.bootstrapServers();
  }

  String registryUrl() {
    return servers.registryUrl();
  }

  /// Processor time of the store, and of the broker with the registry, since they were started.
  Duration ofStore() {
    return servers.ofStore();
  }

  Duration ofBroker() {
    return servers.ofBroker();
  }

  /// Ready when it returns.
  ConfigurableApplicationContext settlement() {
    int port = FreePorts.take();
    Map<String, String> settings = new TreeMap<>();
    settings.put("server.port", String.valueOf(port));
    settings.put("server.address", "127.0.0.1");
    settings.put("vpos.kafka.bootstrap-servers", bootstrapServers());
    settings.put("vpos.kafka.single-broker", "true");
    settings.put("vpos.kafka.registry-url", registryUrl());
    settings.put("vpos.mongo.uri", servers.mongoUri());
    settings.put("vpos.mongo.database", "settlement");
    settings.put("vpos.settlement.early-close", "true");
    ConfigurableApplicationContext service =
        SettlementApplication.start(
            settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    Api.awaitReady("http://127.0.0.1:" + port);
    return service;
  }

  @Override
  public void close() {
    servers.close();
  }
}
