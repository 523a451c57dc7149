package io.openvpos.sandbox.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// Ports for servers that must know theirs before they bind it. They lie below the range from which
/// the system hands ports out by itself, so that nobody who asks for any port gets one of them in
/// between; processes begin at different places and no port is given twice.
public final class FreePorts {

  private static final int LOWEST = 20_000;
  private static final int COUNT = 10_000;
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 131 % COUNT));

  private FreePorts() {}

  /// A port of 127.0.0.1 that nobody listens on.
  public static int take() {
    for (int tries = 0; tries < COUNT; tries++) {
      int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
        return port;
      } catch (IOException e) {
        // Taken: the next one.
      }
    }
    throw new IllegalStateException("no port from " + LOWEST + " on is free");
  }
}
