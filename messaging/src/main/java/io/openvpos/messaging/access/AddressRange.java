package io.openvpos.messaging.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A network of addresses, IPv4 or IPv6, as CIDR writes it: `203.0.113.0/24`, or one address alone.
/// No name is ever looked up for it.
public record AddressRange(InetAddress network, int bits) {

  private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f.:]{2,45})(?:/([0-9]{1,3}))?");

  /// Four numbers, each written in full: what else Java takes for an IPv4 address, nobody means.
  private static final Pattern FOUR =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

  public AddressRange {
    if (bits < 1 || bits > most(network) || !isNetwork(network, bits)) {
      throw new IllegalArgumentException("no network: " + network + "/" + bits);
    }
  }

  /// Empty if it is none, also where bits behind the network's are set, or where IPv4 is written as
  /// IPv6.
  public static Optional<AddressRange> read(String text) {
    Matcher found = FORM.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    return address(found.group(1))
        .filter(network -> network instanceof Inet6Address == found.group(1).contains(":"))
        .flatMap(network -> {
          String bits = found.group(2);
          int length = bits == null ? most(network) : Integer.parseInt(bits);
          return length >= 1 && length <= most(network) && isNetwork(network, length)
              ? Optional.of(new AddressRange(network, length))
              : Optional.empty();
        });
  }

  /// An address in numbers; IPv4 written as IPv6 is IPv4. Empty for everything else.
  public static Optional<InetAddress> address(String text) {
    if (!FOUR.matcher(text).matches() && !text.contains(":")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  public boolean contains(InetAddress address) {
    byte[] one = network.getAddress();
    byte[] other = address.getAddress();
    if (one.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (isSet(one, bit) != isSet(other, bit)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return network.getHostAddress() + "/" + bits;
  }

  private static int most(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  private static boolean isNetwork(InetAddress address, int bits) {
    byte[] bytes = address.getAddress();
    for (int bit = bits; bit < bytes.length * Byte.SIZE; bit++) {
      if (isSet(bytes, bit)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSet(byte[] bytes, int bit) {
    return (bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) == 1;
  }
}
