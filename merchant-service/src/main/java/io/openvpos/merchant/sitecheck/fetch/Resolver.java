package io.openvpos.merchant.sitecheck.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a name.
@FunctionalInterface
public interface Resolver {

  List<InetAddress> resolve(String name) throws UnknownHostException;

  /// The system's.
  static Resolver system() {
    return name -> List.of(InetAddress.getAllByName(name));
  }
}
