package io.openvpos.sandbox.process;

import java.net.InetAddress;

/// Where the simulators listen: 127.0.0.1, or what the system property `sandbox.listen` names. Only
/// a container, which has a network of its own, needs another.
public final class ListenAddress {

  private ListenAddress() {}

  /// The address to bind, a literal.
  public static InetAddress get() {
    return InetAddress.ofLiteral(System.getProperty("sandbox.listen", "127.0.0.1"));
  }
}
