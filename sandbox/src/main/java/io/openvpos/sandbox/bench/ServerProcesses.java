package io.openvpos.sandbox.bench;

import io.openvpos.sandbox.broker.EmbeddedBrokerMain;
import io.openvpos.sandbox.chaos.process.Child;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.Servers;
import io.openvpos.sandbox.process.FreePorts;
import io.openvpos.sandbox.registry.EmbeddedRegistryMain;
import io.openvpos.sandbox.store.EmbeddedStoreMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Broker, store and registry, each in a JVM of its own, so that what each costs is told apart and
/// none waits for another's collector.
public final class ServerProcesses implements Servers {

  /// A virtual machine.
  ///
  /// @param options in place of those of [Child.Spec]
  public record Machine(int heapMebibytes, List<String> options) {}

  private final Child broker;
  private final Child store;
  private final Child registry;
  private final int brokerPort = FreePorts.take();
  private final int storePort = FreePorts.take();
  private final int registryPort = FreePorts.take();

  private ServerProcesses(Path data, Machine forBroker, Machine forStore, Machine forRegistry) {
    Path logs = data.resolve("logs");
    broker =
        new Child(
            spec(
                EmbeddedBrokerMain.class,
                forBroker,
                brokerPort,
                "--data=" + data.resolve("broker"),
                "--advertised-port=" + brokerPort),
            logs);
    store =
        new Child(
            spec(EmbeddedStoreMain.class, forStore, storePort, "--data=" + data.resolve("store")),
            logs);
    registry =
        new Child(
            spec(
                EmbeddedRegistryMain.class,
                forRegistry,
                registryPort,
                "--data=" + data.resolve("registry")),
            logs);
  }

  private static Child.Spec spec(Class<?> main, Machine machine, int port, String... own) {
    List<String> arguments = new ArrayList<>(Arrays.asList(own));
    arguments.add("--port=" + port);
    String name = main.getSimpleName();
    return new Child.Spec(
        name, main, machine.heapMebibytes(), machine.options(), arguments, () -> accepts(port));
  }

  /// All three serve when it returns.
  public static ServerProcesses start(
      Path data, Machine forBroker, Machine forStore, Machine forRegistry) {
    ServerProcesses servers = new ServerProcesses(data, forBroker, forStore, forRegistry);
    List<Child> all = List.of(servers.broker, servers.store, servers.registry);
    all.forEach(Child::start);
    try {
      all.forEach(one -> Api.await(one.name() + " serves", one::ready));
      return servers;
    } catch (RuntimeException e) {
      servers.close();
      throw e;
    }
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:" + brokerPort;
  }

  @Override
  public String registryUrl() {
    return "http://127.0.0.1:" + registryPort;
  }

  @Override
  public String mongoUri() {
    return "mongodb://127.0.0.1:" + storePort + "/?directConnection=true";
  }

  /// Processor time of the store since it was started.
  public Duration ofStore() {
    return store.processorTime();
  }

  /// Processor time of the broker and the registry since they were started.
  public Duration ofBroker() {
    return broker.processorTime().plus(registry.processorTime());
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
    List.of(registry, store, broker).forEach(Child::kill);
  }
}
