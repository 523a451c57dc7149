package io.openvpos.fraud.snapshots;

import io.openvpos.fraud.state.StateReader;
import io.openvpos.fraud.state.StateWriter;
import io.openvpos.fraud.state.UnreadableStateException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// A snapshot as bytes: magic, version, source, schema, offset, mark, length, state, and a CRC-32C
/// over all of it.
final class SnapshotFile {

  private static final long MAGIC = 0x4F56_5053_4E41_5031L; // "OVPSNAP1"

  private SnapshotFile() {}

  static byte[] write(Snapshot snapshot) {
    StateWriter header = new StateWriter();
    header.number(MAGIC);
    header.text(snapshot.source());
    header.text(snapshot.schema());
    header.number(snapshot.offset());
    header.number(snapshot.recordMark());
    header.count(snapshot.state().length);
    byte[] head = header.toBytes();
    byte[] file = Arrays.copyOf(head, head.length + snapshot.state().length + Long.BYTES);
    System.arraycopy(snapshot.state(), 0, file, head.length, snapshot.state().length);
    int end = file.length - Long.BYTES;
    ByteBuffer.wrap(file).putLong(end, crc(file, end));
    return file;
  }

  static Snapshot read(byte[] file, String source, String schema) {
    int end = file.length - Long.BYTES;
    if (end < Long.BYTES || ByteBuffer.wrap(file).getLong(end) != crc(file, end)) {
      throw new UnreadableStateException("damaged or not written to its end");
    }
    StateReader in = new StateReader(Arrays.copyOf(file, end));
    if (in.number() != MAGIC) {
      throw new UnreadableStateException("no snapshot");
    }
    String of = in.text();
    String by = in.text();
    if (!of.equals(source) || !by.equals(schema)) {
      throw new UnreadableStateException("of " + of + " by schema " + by);
    }
    long offset = in.number();
    long mark = in.number();
    byte[] state = new byte[in.count(1)];
    System.arraycopy(file, end - state.length, state, 0, state.length);
    return new Snapshot(source, schema, offset, mark, state);
  }

  private static long crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }
}
