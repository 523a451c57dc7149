package io.openvpos.authorization.issuer.iso8583;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A message on the wire: its length in two bytes, the higher first, then the message.
final class Frames {

  /// Several times the longest message of the dialect; a longer one is not a message.
  static final int LONGEST = 4_096;

  private Frames() {}

  static byte[] frame(byte[] body) {
    if (body.length == 0 || body.length > LONGEST) {
      throw new IllegalArgumentException("a message of " + body.length + " bytes");
    }
    return ByteBuffer.allocate(2 + body.length).putShort((short) body.length).put(body).array();
  }

  static byte[] read(DataInputStream in) throws IOException {
    int length = in.readUnsignedShort();
    if (length == 0 || length > LONGEST) {
      throw new IsoGarbageException("a frame of " + length + " bytes");
    }
    byte[] body = new byte[length];
    in.readFully(body);
    return body;
  }
}
