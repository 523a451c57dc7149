package io.openvpos.fraud.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Collects state in memory, so that who holds the state is done with it quickly and the disk is
/// another's business. What was written stays where it is: nothing stops while a large array grows.
public final class StateWriter {

  private static final int FIRST = 1 << 10;
  private static final int LARGEST = 1 << 18;

  private final List<ByteBuffer> full = new ArrayList<>();
  private ByteBuffer last = ByteBuffer.allocate(FIRST);
  private long fullBytes;

  public void number(long value) {
    room(Long.BYTES).putLong(value);
  }

  public void count(int value) {
    room(Integer.BYTES).putInt(value);
  }

  public void flag(boolean value) {
    room(1).put((byte) (value ? 1 : 0));
  }

  public void text(String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    count(encoded.length);
    room(encoded.length).put(encoded);
  }

  /// In bytes.
  public long size() {
    return fullBytes + last.position();
  }

  /// A copy of all that was written.
  public byte[] toBytes() {
    return toBytes(List.of(this));
  }

  static byte[] toBytes(List<StateWriter> parts) {
    long size = parts.stream().mapToLong(StateWriter::size).sum();
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(size));
    for (StateWriter part : parts) {
      part.full.forEach(each -> all.put(each.duplicate()));
      all.put(part.last.duplicate().flip());
    }
    return all.array();
  }

  private ByteBuffer room(int bytes) {
    if (last.remaining() < bytes) {
      full.add(last.flip());
      fullBytes += last.limit();
      last = ByteBuffer.allocate(Math.max(bytes, Math.min(LARGEST, 2 * last.capacity())));
    }
    return last;
  }
}
