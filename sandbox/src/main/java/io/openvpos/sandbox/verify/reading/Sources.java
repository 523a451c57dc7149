package io.openvpos.sandbox.verify.reading;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the books are read from.
///
/// @param networkLog the card network's own log
/// @param logs a folder or file of service logs
/// @param bankLog the bank's own log; null if it is not at hand
public record Sources(
    String mongoUri,
    String bootstrapServers,
    String registryUrl,
    Path networkLog,
    Path logs,
    @Nullable Path bankLog) {}
