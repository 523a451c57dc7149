package io.openvpos.fraud.command;

import io.openvpos.fraud.benchmark.HandbookFile;
import io.openvpos.fraud.benchmark.HandbookPayment;
import io.openvpos.fraud.history.PaymentHistory;
import io.openvpos.fraud.snapshots.Snapshot;
import io.openvpos.fraud.snapshots.SnapshotFolder;
import io.openvpos.fraud.state.StateCopy;
import io.openvpos.fraud.state.StateReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmark rebuild`: the state from the first event on, and from a snapshot.
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = "Builds the state anew: from all events, and from a snapshot.")
final class RebuildCommand implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "The data file (.csv or .csv.gz).")
  private Path data = Path.of("");

  @Option(names = "--rounds", description = "Times (${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Override
  public Integer call() throws Exception {
    List<HandbookPayment> payments = HandbookFile.read(data);
    Path folder = Files.createTempDirectory("snapshots");
    for (int round = 1; round <= rounds; round++) {
      long start = System.nanoTime();
      PaymentHistory history = new PaymentHistory();
      payments.forEach(each -> history.record(each.attempt()));
      double rebuilt = seconds(start);
      start = System.nanoTime();
      StateCopy copy = new StateCopy();
      history.save(copy);
      byte[] state = copy.finish().toBytes();
      double saved = seconds(start);
      start = System.nanoTime();
      SnapshotFolder snapshots = new SnapshotFolder(folder);
      long bytes = snapshots.write(new Snapshot("log-0", "schema", round, 0, state));
      double written = seconds(start);
      start = System.nanoTime();
      PaymentHistory restored = new PaymentHistory();
      Snapshot read = snapshots.newest("log-0", "schema", Long.MAX_VALUE).orElseThrow();
      restored.restore(new StateReader(read.state()));
      System.out.printf(
          Locale.ROOT,
          "%,d events in %.2f s (%,.0f/s); snapshot of %.1f MB: taken in %.3f s, on disk in %.3f s,"
              + " read in %.3f s, %s%n",
          payments.size(),
          rebuilt,
          payments.size() / rebuilt,
          bytes / 1e6,
          saved,
          written,
          seconds(start),
          restored.digest().equals(history.digest()) ? "the same state" : "ANOTHER STATE");
    }
    return 0;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
