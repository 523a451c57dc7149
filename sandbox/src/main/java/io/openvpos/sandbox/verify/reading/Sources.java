package io.openvpos.sandbox.verify.reading;

import java.nio.file.Path;

/// Where the books are read from.
///
/// @param networkLog the card network's own log
/// @param logs a folder or file of service logs
/// @param bankLog the bank's own log
public record Sources(
    String mongoUri,
    String bootstrapServers,
    String registryUrl,
    Path networkLog,
    Path logs,
    Path bankLog) {}
