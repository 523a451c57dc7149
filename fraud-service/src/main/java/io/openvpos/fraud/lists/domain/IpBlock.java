package io.openvpos.fraud.lists.domain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A block of addresses in CIDR notation; one address is a block of its full length.
///
/// @param network hexadecimal, 8 digits for IPv4, 32 for IPv6; host bits are zero
/// @param bits the length of the prefix
record IpBlock(String network, int bits) {

  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern BITS = Pattern.compile("\\d{1,3}");

  /// Empty for what is no address; names are never resolved.
  static Optional<IpBlock> parse(String text) {
    int slash = text.indexOf('/');
    Optional<byte[]> address = address(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int most = address.get().length * Byte.SIZE;
    String length = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
    if (!BITS.matcher(length).matches() || Integer.parseInt(length) > most) {
      return Optional.empty();
    }
    return Optional.of(of(address.get(), Integer.parseInt(length)));
  }

  static IpBlock of(byte[] address, int bits) {
    byte[] masked = Arrays.copyOf(address, address.length);
    for (int bit = bits; bit < masked.length * Byte.SIZE; bit++) {
      masked[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
    }
    return new IpBlock(HexFormat.of().formatHex(masked), bits);
  }

  static Optional<byte[]> address(String text) {
    if (!V4.matcher(text).matches() && (text.length() > 45 || !V6.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text).getAddress());
    } catch (UnknownHostException malformed) {
      return Optional.empty();
    }
  }

  /// `192.0.2.0/24`; a whole address without its length.
  String text() {
    byte[] bytes = HexFormat.of().parseHex(network);
    try {
      String address = InetAddress.getByAddress(bytes).getHostAddress();
      return bits == bytes.length * Byte.SIZE ? address : address + "/" + bits;
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("4 or 16 bytes are an address", impossible);
    }
  }
}
