package io.openvpos.sandbox;

import io.openvpos.sandbox.closefaults.CloseFaults;
import io.openvpos.sandbox.closefaults.Disturbance;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Kills, doubles and cuts off a close at every step, and compares what comes out.
@Command(
    name = "close-faults",
    description = "Close one day again and again, each time with another fault; compare the files.")
final class CloseFaultsCommand implements Callable<Integer> {

  @Option(names = "--visits", description = "Payments of the day (default: ${DEFAULT-VALUE}).")
  private int visits = 48;

  @Option(names = "--seed", description = "Of the trade (default: ${DEFAULT-VALUE}).")
  private long seed = 2027;

  @Option(names = "--only", description = "Faults whose name has this in it (default: all).")
  private String only = "";

  @Option(names = "--data", description = "A new folder (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("target/close-faults");

  @Override
  public Integer call() {
    List<Disturbance> chosen =
        Disturbance.all().stream().filter(one -> one.name().contains(only)).toList();
    System.setProperty("sandbox.logs", data.resolve("logs").toString());
    CloseFaults faults = new CloseFaults(data, new CloseFaults.Plan(visits, seed), System.out);
    return faults.run(chosen) ? 0 : 1;
  }
}
