package io.openvpos.sandbox.platform;

import io.openvpos.sandbox.process.FreePorts;

/// Where the services listen, all on 127.0.0.1.
public record Ports(int authorization, int merchant, int settlement, int fraud) {

  public static final Ports STANDARD = new Ports(8080, 8081, 8082, 8083);

  /// Four that are free and stay so until somebody names them.
  public static Ports free() {
    return new Ports(FreePorts.take(), FreePorts.take(), FreePorts.take(), FreePorts.take());
  }

  public Endpoints endpoints() {
    return new Endpoints(url(authorization), url(merchant), url(settlement), url(fraud));
  }

  static String url(int port) {
    return "http://127.0.0.1:" + port;
  }
}
