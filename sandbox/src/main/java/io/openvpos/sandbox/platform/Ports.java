package io.openvpos.sandbox.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/// Where the services listen, all on 127.0.0.1.
public record Ports(int authorization, int merchant, int settlement, int fraud) {

  public static final Ports STANDARD = new Ports(8080, 8081, 8082, 8083);

  /// Four that are free at the moment of asking.
  public static Ports free() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return new Ports(
          held.get(0).getLocalPort(),
          held.get(1).getLocalPort(),
          held.get(2).getLocalPort(),
          held.get(3).getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      held.forEach(Ports::release);
    }
  }

  public Endpoints endpoints() {
    return new Endpoints(url(authorization), url(merchant), url(settlement), url(fraud));
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
