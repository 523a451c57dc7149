package io.openvpos.sandbox.verify;

import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/// Where the traces of the platform are.
///
/// @param networkLog the card network's own log
/// @param logs a folder or file of service logs to scan for card numbers
/// @param bankLog the bank's own log of the payment files it took
public record Evidence(
    String mongoUri,
    String bootstrapServers,
    String registryUrl,
    Path networkLog,
    Path logs,
    Path bankLog) {

  /// With the bank's log beside the network's, as the sandbox keeps them.
  public Evidence(
      String mongoUri, String bootstrapServers, String registryUrl, Path networkLog, Path logs) {
    this(
        mongoUri,
        bootstrapServers,
        registryUrl,
        networkLog,
        logs,
        networkLog.resolveSibling("bank.log"));
  }

  /// As the running sandbox wrote it beside its data.
  public static Evidence read(Path file) {
    return new JsonMapper().readValue(file.toFile(), Evidence.class);
  }

  public String toJson() {
    return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
  }
}
