package io.openvpos.sandbox.registry;

import io.openvpos.sandbox.process.CommandLine;
import java.util.concurrent.CountDownLatch;

/// The registry as a process of its own: `--port` (default 0, a free one) and `--data`, a folder.
/// Prints `REGISTRY_READY <url>` once it answers.
public final class EmbeddedRegistryMain {

  private EmbeddedRegistryMain() {}

  /// Runs until the process is ended.
  public static void main(String[] arguments) throws InterruptedException {
    CommandLine options = new CommandLine(arguments);
    EmbeddedRegistry registry =
        EmbeddedRegistry.start(
            options.path("data", "target/sandbox/registry"), options.number("port", 0));
    Runtime.getRuntime().addShutdownHook(new Thread(registry::close));
    System.out.println("REGISTRY_READY " + registry.url());
    new CountDownLatch(1).await();
  }
}
