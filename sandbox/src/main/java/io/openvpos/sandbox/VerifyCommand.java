package io.openvpos.sandbox;

import io.openvpos.sandbox.verify.Evidence;
import io.openvpos.sandbox.verify.Verify;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Checks the twelve invariants of a running platform.
@Command(name = "verify", description = "Check the twelve invariants of a running platform.")
final class VerifyCommand implements Callable<Integer> {

  @Option(names = "--evidence", description = "What the running sandbox wrote of itself.")
  private Path evidence = Path.of("target/sandbox-data/evidence.json");

  @Option(names = "--mongo-uri")
  private @Nullable String mongoUri;

  @Option(names = "--bootstrap-servers")
  private String bootstrapServers = "127.0.0.1:9092";

  @Option(names = "--registry-url")
  private String registryUrl = "http://127.0.0.1:8085/apis/ccompat/v7";

  @Option(names = "--network-log")
  private Path networkLog = Path.of("card-network.log");

  @Option(names = "--bank-log")
  private Path bankLog = Path.of("bank.log");

  @Option(names = "--logs")
  private Path logs = Path.of("logs");

  @Override
  public Integer call() {
    Evidence found =
        mongoUri == null
            ? Evidence.read(evidence)
            : new Evidence(mongoUri, bootstrapServers, registryUrl, networkLog, logs, bankLog);
    return Verify.print(found, System.out) ? 0 : 1;
  }
}
