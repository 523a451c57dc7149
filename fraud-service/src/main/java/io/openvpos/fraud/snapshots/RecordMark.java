package io.openvpos.fraud.snapshots;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Tells a record of a log from another at the same offset: a topic that was made anew, or lost its
/// end, has other records where a snapshot was taken.
public final class RecordMark {

  private RecordMark() {}

  public static long of(long timestamp, @Nullable String key, byte @Nullable [] value) {
    CRC32C time = new CRC32C();
    time.update(ByteBuffer.allocate(Long.BYTES).putLong(timestamp).flip());
    CRC32C content = new CRC32C();
    content.update((key == null ? "" : key).getBytes(StandardCharsets.UTF_8));
    content.update(value == null ? new byte[0] : value);
    return (time.getValue() << Integer.SIZE) | content.getValue();
  }
}
