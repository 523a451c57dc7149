package io.openvpos.sandbox.closefaults;

import io.openvpos.sandbox.broker.EmbeddedBroker;
import io.openvpos.sandbox.platform.Servers;
import io.openvpos.sandbox.process.FreePorts;
import io.openvpos.sandbox.registry.EmbeddedRegistry;
import io.openvpos.sandbox.store.EmbeddedStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The embedded servers, of which broker and store can be away for a while and come back at the
/// same address.
final class FailingServers implements Servers {

  private final Path data;
  private final int brokerPort = FreePorts.take();
  private final int controllerPort = FreePorts.take();
  private final int storePort = FreePorts.take();
  private final EmbeddedRegistry registry;
  private EmbeddedBroker broker;
  private EmbeddedStore store;

  FailingServers(Path data) {
    this.data = data;
    registry = EmbeddedRegistry.start(data.resolve("registry"), 0);
    broker = startBroker();
    store = startStore();
  }

  /// Returns once it is back.
  void away(Disturbance.Outage outage, Runnable whenGone) {
    switch (outage.part()) {
      case BROKER -> {
        broker.close();
        whenGone.run();
        pause(outage.length());
        broker = startBroker();
      }
      case STORE -> {
        store.close();
        whenGone.run();
        pause(outage.length());
        store = startStore();
      }
    }
  }

  private EmbeddedBroker startBroker() {
    return EmbeddedBroker.start(data.resolve("broker"), brokerPort, controllerPort);
  }

  private EmbeddedStore startStore() {
    return EmbeddedStore.start(data.resolve("store"), storePort);
  }

  private static void pause(Duration length) {
    long until = System.nanoTime() + length.toNanos();
    for (long left = length.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public String mongoUri() {
    return store.connectionString();
  }

  @Override
  public String registryUrl() {
    return registry.url();
  }

  @Override
  public void close() {
    broker.close();
    registry.close();
    store.close();
  }
}
