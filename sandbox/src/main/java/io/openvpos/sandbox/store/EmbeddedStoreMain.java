package io.openvpos.sandbox.store;

import io.openvpos.sandbox.process.CommandLine;
import java.util.concurrent.CountDownLatch;

/// The store as a process of its own: `--port` (default 0, a free one) and `--data`, a folder.
/// Prints `STORE_READY <connection string>` once it answers.
public final class EmbeddedStoreMain {

  private EmbeddedStoreMain() {}

  /// Runs until the process is ended.
  public static void main(String[] arguments) throws InterruptedException {
    CommandLine options = new CommandLine(arguments);
    EmbeddedStore store =
        EmbeddedStore.start(
            options.path("data", "target/sandbox/store"), options.number("port", 0));
    Runtime.getRuntime().addShutdownHook(new Thread(store::close));
    System.out.println("STORE_READY " + store.connectionString());
    new CountDownLatch(1).await();
  }
}
