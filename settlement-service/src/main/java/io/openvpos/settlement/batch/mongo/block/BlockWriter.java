package io.openvpos.settlement.batch.mongo.block;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// Numbers and texts one after another, small ones in few bytes. Numbers have seven bits in each
/// byte, the low ones first; a text leaves out what it begins with as the one it is likened to.
final class BlockWriter {

  private byte[] bytes;
  private int length;

  BlockWriter(int expected) {
    bytes = new byte[expected];
  }

  /// A number that is mostly small and not negative.
  void whole(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /// A number of either sign that is mostly near zero.
  void signed(long value) {
    whole(value << 1 ^ value >> 63);
  }

  /// @param like a text that the reader knows by then
  void text(String value, String like) {
    int shared = shared(value, like);
    byte[] rest = value.substring(shared).getBytes(StandardCharsets.UTF_8);
    whole(shared);
    whole(rest.length);
    append(rest);
  }

  /// Of an even number of hexadecimal digits.
  void hex(String digits) {
    append(HexFormat.of().parseHex(digits));
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /// Never half of a pair of surrogates.
  private static int shared(String value, String like) {
    int most = Math.min(value.length(), like.length());
    int shared = 0;
    while (shared < most && value.charAt(shared) == like.charAt(shared)) {
      shared++;
    }
    return shared > 0 && Character.isHighSurrogate(value.charAt(shared - 1)) ? shared - 1 : shared;
  }

  private void append(byte[] more) {
    ensure(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
