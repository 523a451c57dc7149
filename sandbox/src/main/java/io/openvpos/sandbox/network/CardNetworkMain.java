package io.openvpos.sandbox.network;

import io.openvpos.sandbox.network.clearing.ClearingPort;
import io.openvpos.sandbox.process.CommandLine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// The card network as a process of its own: `--port` (default 0, a free one), `--log`, a file, and
/// `--late-answer-millis`; with `--fault-port` the line misbehaves as it is told there, see
/// [NetworkFaultPort]; with `--clearing-port` it clears, its files in the folder `--clearing`.
/// Prints `NETWORK_READY <port>` once it accepts connections.
public final class CardNetworkMain {

  private static final String LOG = "target/sandbox/network.jsonl";

  private CardNetworkMain() {}

  /// Runs until the process is ended.
  public static void main(String[] arguments) throws InterruptedException {
    CommandLine options = new CommandLine(arguments);
    int late =
        options.number("late-answer-millis", (int) CardNetworkSimulator.LATE_ANSWER.toMillis());
    OrderedFaults faults = new OrderedFaults();
    CardNetworkSimulator network =
        CardNetworkSimulator.start(
            new CardNetworkSimulator.Settings(
                options.number("port", 0), options.path("log", LOG), Duration.ofMillis(late)),
            Clock.systemUTC(),
            faults);
    int faultPort = options.number("fault-port", -1);
    if (faultPort >= 0) {
      NetworkFaultPort port = new NetworkFaultPort(faultPort, faults);
      Runtime.getRuntime().addShutdownHook(new Thread(port::close));
    }
    int clearingPort = options.number("clearing-port", -1);
    if (clearingPort >= 0) {
      Path log = options.path("log", LOG);
      Path folder = options.path("clearing", log.resolveSibling("clearing").toString());
      ClearingPort port = ClearingPort.start(clearingPort, folder, log);
      Runtime.getRuntime().addShutdownHook(new Thread(port::close));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(network::close));
    System.out.println("NETWORK_READY " + network.port());
    new CountDownLatch(1).await();
  }
}
