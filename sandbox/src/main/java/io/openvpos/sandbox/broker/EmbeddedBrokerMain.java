package io.openvpos.sandbox.broker;

import io.openvpos.sandbox.process.CommandLine;
import java.util.concurrent.CountDownLatch;

/// The broker as a process of its own: `--port` and `--controller-port` (default 0, free ones),
/// `--advertised-port` where clients come by another, and `--data`, a folder. Prints `BROKER_READY
/// <bootstrap servers>` once it serves.
public final class EmbeddedBrokerMain {

  private EmbeddedBrokerMain() {}

  /// Runs until the process is ended.
  public static void main(String[] arguments) throws InterruptedException {
    CommandLine options = new CommandLine(arguments);
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            options.path("data", "target/sandbox/broker"),
            options.number("port", 0),
            options.number("controller-port", 0),
            options.number("advertised-port", 0));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    System.out.println("BROKER_READY " + broker.bootstrapServers());
    new CountDownLatch(1).await();
  }
}
