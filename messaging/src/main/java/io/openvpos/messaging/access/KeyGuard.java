package io.openvpos.messaging.access;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// What a key asks of a call beside being known.
///
/// @param addresses that it may be used from; empty: from anywhere
/// @param signer verifies the calls that change something; null: they need no signature
public record KeyGuard(List<AddressRange> addresses, @Nullable PublicKey signer) {

  /// Of a key that asks nothing.
  public static final KeyGuard NONE = new KeyGuard(List.of(), null);

  public KeyGuard {
    addresses = List.copyOf(addresses);
  }

  /// Empty if a part cannot be read. Such a key opens nothing: a guard that is not understood must
  /// not be left out.
  ///
  /// @param networks in CIDR form
  /// @param signingKey of Ed25519, as a JSON Web Key writes it
  public static Optional<KeyGuard> read(List<String> networks, @Nullable String signingKey) {
    List<AddressRange> addresses = new ArrayList<>();
    networks.forEach(network -> AddressRange.read(network).ifPresent(addresses::add));
    if (addresses.size() < networks.size()) {
      return Optional.empty();
    }
    if (signingKey == null) {
      return Optional.of(addresses.isEmpty() ? NONE : new KeyGuard(addresses, null));
    }
    try {
      return Optional.of(new KeyGuard(addresses, Ed25519.fromJwk(signingKey)));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /// Whether a call may come from where it does. The address is the connection's other end, or what
  /// an operator's proxy says of it; see docs/decisions/0016-limits.md. One that is not told is not
  /// on any list.
  boolean admits(ServerHttpRequest request) {
    return addresses.isEmpty()
        || from(request)
            .filter(from -> addresses.stream().anyMatch(range -> range.contains(from)))
            .isPresent();
  }

  private static Optional<InetAddress> from(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    if (remote == null) {
      return Optional.empty();
    }
    InetAddress address = remote.getAddress();
    return address == null ? AddressRange.address(remote.getHostString()) : Optional.of(address);
  }
}
