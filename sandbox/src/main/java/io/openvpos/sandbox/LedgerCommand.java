package io.openvpos.sandbox;

import io.openvpos.sandbox.verify.Evidence;
import io.openvpos.sandbox.verify.LedgerChains;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The ledger of a running platform.
@Command(
    name = "ledger",
    description = "Look into the ledger of a running platform.",
    subcommands = LedgerCommand.VerifyChains.class)
final class LedgerCommand {

  /// Verifies the hash chains, of all heads or of one from any entry on.
  @Command(name = "verify", description = "Verify the hash chain of every head.")
  static final class VerifyChains implements Callable<Integer> {

    @Option(names = "--evidence", description = "What the running sandbox wrote of itself.")
    private Path evidence = Path.of("target/sandbox-data/evidence.json");

    @Option(names = "--mongo-uri", description = "The store, if there is no evidence file.")
    private @Nullable String mongoUri;

    @Option(names = "--head", description = "One head only: merchant|mode|currency.")
    private @Nullable String head;

    @Option(names = "--after-seq", description = "Begin behind this entry (default: at the first).")
    private long afterSeq;

    @Override
    public Integer call() {
      String store = mongoUri == null ? Evidence.read(evidence).mongoUri() : mongoUri;
      try (LedgerChains chains = new LedgerChains(store)) {
        return chains.print(head, afterSeq, System.out) ? 0 : 1;
      }
    }
  }
}
