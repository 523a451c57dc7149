package io.openvpos.sandbox.platform;

import java.nio.file.Path;

/// Broker, store and schema registry, running and empty or as they were left: what there has to be
/// before any service starts.
public interface Servers extends AutoCloseable {

  String bootstrapServers();

  String mongoUri();

  String registryUrl();

  @Override
  void close();

  /// One way to get them.
  @FunctionalInterface
  interface Start {

    /// Starts all three; they answer when this returns.
    ///
    /// @param data a folder of this platform's own, for servers that keep their data in files
    Servers with(Path data);
  }
}
