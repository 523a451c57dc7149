package io.openvpos.messaging.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// Where a request comes from: the other end of the connection. What a client says of itself in
/// forwarded headers is believed only where the operator put a proxy in front and says so by
/// `server.forward-headers-strategy`; Spring then has replaced the address by it.
public final class ClientAddress {

  /// One customer of a network has all of a /64, and could come from another address each time.
  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  public static String of(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    if (remote == null) {
      return "unknown";
    }
    InetAddress address = remote.getAddress();
    if (address == null) {
      return remote.getHostString();
    }
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "::/64"
        : address.getHostAddress();
  }
}
