package io.openvpos.fraud.state;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads what a [StateWriter] wrote. Whatever cannot be is an [UnreadableStateException].
public final class StateReader {

  private final ByteBuffer bytes;

  public StateReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  public long number() {
    try {
      return bytes.getLong();
    } catch (BufferUnderflowException e) {
      throw tooShort();
    }
  }

  /// A count of things that take at least `least` bytes each: more than the rest can hold is
  /// refused before anybody makes room for them.
  public int count(int least) {
    try {
      int count = bytes.getInt();
      if (count < 0 || (long) count * least > bytes.remaining()) {
        throw new UnreadableStateException("a count of " + count + " with too little behind it");
      }
      return count;
    } catch (BufferUnderflowException e) {
      throw tooShort();
    }
  }

  public boolean flag() {
    try {
      byte value = bytes.get();
      if (value != 0 && value != 1) {
        throw new UnreadableStateException("neither true nor false: " + value);
      }
      return value == 1;
    } catch (BufferUnderflowException e) {
      throw tooShort();
    }
  }

  public String text() {
    byte[] encoded = new byte[count(1)];
    bytes.get(encoded);
    return new String(encoded, StandardCharsets.UTF_8);
  }

  public void end() {
    if (bytes.hasRemaining()) {
      throw new UnreadableStateException(bytes.remaining() + " bytes too many");
    }
  }

  private static UnreadableStateException tooShort() {
    return new UnreadableStateException("it ends too early");
  }
}
