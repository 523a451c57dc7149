package io.openvpos.sandbox.platform;

import io.openvpos.sandbox.broker.EmbeddedBroker;
import io.openvpos.sandbox.registry.EmbeddedRegistry;
import io.openvpos.sandbox.store.EmbeddedStore;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// All three in this JVM, each with its data in a folder of its own; kept data opens as it was
/// left.
public final class EmbeddedServers implements Servers {

  private final EmbeddedBroker broker;
  private final EmbeddedStore store;
  private final EmbeddedRegistry registry;

  private EmbeddedServers(EmbeddedBroker broker, EmbeddedStore store, EmbeddedRegistry registry) {
    this.broker = broker;
    this.store = store;
    this.registry = registry;
  }

  /// Starts them on free ports, side by side.
  public static EmbeddedServers start(Path data) {
    CompletableFuture<EmbeddedBroker> broker =
        async(() -> EmbeddedBroker.start(data.resolve("broker"), 0, 0));
    CompletableFuture<EmbeddedStore> store =
        async(() -> EmbeddedStore.start(data.resolve("store"), 0));
    EmbeddedRegistry registry = EmbeddedRegistry.start(data.resolve("registry"), 0);
    return new EmbeddedServers(broker.join(), store.join(), registry);
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

  private static <T> CompletableFuture<T> async(Supplier<T> start) {
    CompletableFuture<T> started = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("servers")
        .start(() -> {
          try {
            started.complete(start.get());
          } catch (RuntimeException e) {
            started.completeExceptionally(e);
          }
        });
    return started;
  }
}
