package io.openvpos.messaging.transport;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.Ssl;
import org.springframework.core.env.Environment;

/// What the settings say of how the service is reached.
///
/// @param address that it listens on; null: on all of them
/// @param tls whether it speaks TLS itself
/// @param behindProxy `vpos.http.behind-proxy`: a proxy ends TLS, and nobody else gets to the
///   service
/// @param sandbox `vpos.http.sandbox`: what goes over the line is worth nothing
record Transport(@Nullable InetAddress address, boolean tls, boolean behindProxy, boolean sandbox) {

  static Transport of(Environment settings) {
    Binder binder = Binder.get(settings);
    return new Transport(
        binder.bind("server.address", InetAddress.class).orElse(null),
        binder.bind("server.ssl", Ssl.class).map(ssl -> ssl.isEnabled()).orElse(false),
        binder.bind("vpos.http.behind-proxy", Boolean.class).orElse(false),
        binder.bind("vpos.http.sandbox", Boolean.class).orElse(false));
  }

  /// A loopback address is on no line at all.
  void check() {
    boolean own = address != null && address.isLoopbackAddress();
    if (!tls && !behindProxy && !sandbox && !own) {
      throw new IllegalStateException(
          "the service would speak plain HTTP on "
              + (address == null ? "all addresses" : address.getHostAddress())
              + ": name a certificate by server.ssl.bundle, or set vpos.http.behind-proxy=true if a"
              + " proxy ends TLS before it, or vpos.http.sandbox=true where nothing is at stake"
              + " (docs/tls.md)");
    }
  }
}
