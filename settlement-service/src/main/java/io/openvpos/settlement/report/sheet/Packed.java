package io.openvpos.settlement.report.sheet;

import java.util.Arrays;
import java.util.zip.Deflater;

/// A piece of a deflated stream that refers to nothing before it, so that it may stand in several.
/// Only the last one of a stream ends it.
final class Packed {

  private final byte[] plain;
  private final byte[] packed;

  private Packed(byte[] plain, byte[] packed) {
    this.plain = plain;
    this.packed = packed;
  }

  /// What is packed.
  byte[] plain() {
    return plain;
  }

  byte[] packed() {
    return packed;
  }

  /// One to be followed by others.
  static Packed of(byte[] plain) {
    return new Packed(plain, packed(plain, false));
  }

  static Packed last(byte[] plain) {
    return new Packed(plain, packed(plain, true));
  }

  private static byte[] packed(byte[] plain, boolean last) {
    // The next levels take several times as long for a file that is a sixth smaller.
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
      deflater.setInput(plain);
      if (last) {
        deflater.finish();
      }
      byte[] packed = new byte[plain.length / 4 + 256];
      int length = 0;
      while (true) {
        int more =
            deflater.deflate(
                packed, length, packed.length - length, last ? 0 : Deflater.FULL_FLUSH);
        length += more;
        if (length < packed.length) {
          return Arrays.copyOf(packed, length);
        }
        packed = Arrays.copyOf(packed, packed.length * 2);
      }
    }
  }
}
