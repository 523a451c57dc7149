package io.openvpos.sandbox.verify.reading;

import java.nio.charset.StandardCharsets;

/// Bytes as text, each byte a letter: digits are found in whatever encoding stands around them.
final class Texts {

  private Texts() {}

  static String of(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
