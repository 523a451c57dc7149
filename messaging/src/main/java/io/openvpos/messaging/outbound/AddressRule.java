package io.openvpos.messaging.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Which addresses may be connected to. A stranger chooses the name and its addresses, and would
/// otherwise have the bank's own network asked from within (server-side request forgery).
@FunctionalInterface
public interface AddressRule {

  boolean allows(InetAddress address);

  /// Only what the registries of RFC 6890 leave for the public Internet, in both families.
  AddressRule PUBLIC =
      new AddressRule() {
        @Override
        public boolean allows(InetAddress address) {
          byte[] bytes = address.getAddress();
          if (address instanceof Inet4Address) {
            return Blocks.NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes));
          }
          return Blocks.GLOBAL_6.holds(bytes)
              && Blocks.NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
        }
      };

  /// For sandboxes and tests only.
  AddressRule ANY = _ -> true;

  /// Blocks of addresses.
  final class Blocks {

    static final List<Blocks> NOT_PUBLIC_4 =
        List.of(
            v4(0, 0, 0, 8),
            v4(10, 0, 0, 8),
            v4(100, 64, 0, 10),
            v4(127, 0, 0, 8),
            // Clouds tell their machines' credentials here.
            v4(169, 254, 0, 16),
            v4(172, 16, 0, 12),
            v4(192, 0, 0, 24),
            v4(192, 0, 2, 24),
            v4(192, 88, 99, 24),
            v4(192, 168, 0, 16),
            v4(198, 18, 0, 15),
            v4(198, 51, 100, 24),
            v4(203, 0, 113, 24),
            // 168.63.129.16, the wire server of one cloud: the /24 is that provider's.
            v4(168, 63, 129, 24),
            v4(224, 0, 0, 4),
            v4(240, 0, 0, 4));

    /// Everything assigned so far; mapped, compatible, NAT64, unique local, link-local and
    /// multicast addresses are all outside.
    static final Blocks GLOBAL_6 = v6(0x2000, 0, 3);

    /// Teredo and its neighbours, documentation, 6to4: they wrap addresses of the other family.
    static final List<Blocks> NOT_PUBLIC_6 =
        List.of(v6(0x2001, 0, 23), v6(0x2001, 0x0db8, 32), v6(0x2002, 0, 16), v6(0x3fff, 0, 20));

    private final byte[] prefix;
    private final int bits;

    private Blocks(byte[] prefix, int bits) {
      this.prefix = prefix;
      this.bits = bits;
    }

    private static Blocks v4(int first, int second, int third, int bits) {
      return new Blocks(new byte[] {(byte) first, (byte) second, (byte) third, 0}, bits);
    }

    private static Blocks v6(int first, int second, int bits) {
      byte[] start = {
        (byte) (first >> 8), (byte) first, (byte) (second >> 8), (byte) second,
      };
      return new Blocks(Arrays.copyOf(start, 16), bits);
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((prefix[bit / 8] & mask) != (address[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
