package io.openvpos.settlement.batch.mongo.block;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Reads what [BlockWriter] wrote.
final class BlockReader {

  private final byte[] bytes;
  private int next;

  BlockReader(byte[] bytes) {
    this.bytes = bytes;
  }

  long whole() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = bytes[next++];
      value |= (part & 0x7fL) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }

  int small() {
    return Math.toIntExact(whole());
  }

  long signed() {
    long value = whole();
    return value >>> 1 ^ -(value & 1);
  }

  /// The same object as `like` where the two are equal.
  String text(String like) {
    int shared = small();
    int rest = small();
    if (rest == 0 && shared == like.length()) {
      return like;
    }
    String tail = new String(bytes, next, rest, StandardCharsets.UTF_8);
    next += rest;
    return shared == 0 ? tail : like.substring(0, shared).concat(tail);
  }

  String hex(int digits) {
    String read = HexFormat.of().formatHex(bytes, next, next + digits / 2);
    next += digits / 2;
    return read;
  }

  boolean isAtEnd() {
    return next == bytes.length;
  }
}
