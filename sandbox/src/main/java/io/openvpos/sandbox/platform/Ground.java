package io.openvpos.sandbox.platform;

import io.openvpos.sandbox.bank.BankSimulator;
import io.openvpos.sandbox.broker.EmbeddedBroker;
import io.openvpos.sandbox.network.CardNetworkSimulator;
import io.openvpos.sandbox.registry.EmbeddedRegistry;
import io.openvpos.sandbox.store.EmbeddedStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// What the services stand on: broker, store, registry, card network and bank, each with its data
/// in a folder of its own.
public final class Ground implements AutoCloseable {

  private final EmbeddedBroker broker;
  private final EmbeddedStore store;
  private final EmbeddedRegistry registry;
  private final CardNetworkSimulator network;
  private final BankSimulator bank;

  private Ground(
      EmbeddedBroker broker,
      EmbeddedStore store,
      EmbeddedRegistry registry,
      CardNetworkSimulator network,
      BankSimulator bank) {
    this.broker = broker;
    this.store = store;
    this.registry = registry;
    this.network = network;
    this.bank = bank;
  }

  /// Starts all five on free ports, side by side.
  public static Ground start(Path data) {
    return start(data, CardNetworkSimulator.LATE_ANSWER);
  }

  /// The same with another lateness of the issuer's late answers.
  public static Ground start(Path data, Duration lateAnswer) {
    CompletableFuture<EmbeddedBroker> broker =
        async(() -> EmbeddedBroker.start(data.resolve("broker"), 0, 0));
    CompletableFuture<EmbeddedStore> store =
        async(() -> EmbeddedStore.start(data.resolve("store"), 0));
    EmbeddedRegistry registry = EmbeddedRegistry.start(data.resolve("registry"), 0);
    CardNetworkSimulator network =
        CardNetworkSimulator.start(
            new CardNetworkSimulator.Settings(0, networkLog(data), lateAnswer), Clock.systemUTC());
    BankSimulator bank = BankSimulator.start(data.resolve("bank.log"), 0);
    return new Ground(broker.join(), store.join(), registry, network, bank);
  }

  /// The card network's own log in a data folder.
  public static Path networkLog(Path data) {
    return data.resolve("card-network.log");
  }

  public EmbeddedBroker broker() {
    return broker;
  }

  public EmbeddedStore store() {
    return store;
  }

  public EmbeddedRegistry registry() {
    return registry;
  }

  public CardNetworkSimulator network() {
    return network;
  }

  public BankSimulator bank() {
    return bank;
  }

  @Override
  public void close() {
    network.close();
    bank.close();
    broker.close();
    registry.close();
    store.close();
  }

  private static <T> CompletableFuture<T> async(Supplier<T> start) {
    CompletableFuture<T> started = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("ground")
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
