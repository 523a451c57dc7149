package io.openvpos.sandbox.bench.settle;

import io.openvpos.sandbox.broker.EmbeddedBrokerMain;
import io.openvpos.sandbox.chaos.process.Child;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.process.FreePorts;
import io.openvpos.sandbox.registry.EmbeddedRegistryMain;
import io.openvpos.sandbox.store.EmbeddedStoreMain;
import io.openvpos.settlement.SettlementApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;

/// Broker, store and registry, each in a JVM of its own, and settlement-service in this one.
final class Ground implements AutoCloseable {

  private static final int HEAP_MEBIBYTES = 1024;

  private final List<Child> children = new ArrayList<>();
  private final Path data;
  private final int broker = FreePorts.take();
  private final int store = FreePorts.take();
  private final int registry = FreePorts.take();

  private Ground(Path data) {
    this.data = data;
  }

  static Ground start(Path data) {
    Ground ground = new Ground(data);
    ground.add("broker", EmbeddedBrokerMain.class, ground.broker, "--advertised-port=");
    ground.add("store", EmbeddedStoreMain.class, ground.store, "");
    ground.add("registry", EmbeddedRegistryMain.class, ground.registry, "");
    ground.children.forEach(child -> Api.await(child.name() + " serves", child::ready));
    return ground;
  }

  private void add(String name, Class<?> main, int port, String portAgain) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--data=" + data.resolve(name));
    arguments.add("--port=" + port);
    if (!portAgain.isEmpty()) {
      arguments.add(portAgain + port);
    }
    Child child =
        new Child(
            new Child.Spec(name, main, HEAP_MEBIBYTES, arguments, () -> accepts(port)),
            data.resolve("logs"));
    child.start();
    children.add(child);
  }

  String bootstrapServers() {
    return "127.0.0.1:" + broker;
  }

  String registryUrl() {
    return "http://127.0.0.1:" + registry;
  }

  /// Processor time of the store, and of the broker with the registry, since they were started.
  Duration ofStore() {
    return used("store");
  }

  Duration ofBroker() {
    return used("broker").plus(used("registry"));
  }

  private Duration used(String name) {
    return children.stream()
        .filter(child -> child.name().equals(name))
        .map(Child::processorTime)
        .reduce(Duration.ZERO, Duration::plus);
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
    settings.put("vpos.mongo.uri", "mongodb://127.0.0.1:" + store + "/?directConnection=true");
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

  private static boolean accepts(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    children.reversed().forEach(Child::kill);
  }
}
