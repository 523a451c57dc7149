package io.openvpos.settlement.report.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// A zip file written from parts that were packed before, so that what several files have in common
/// is packed once. Every entry has the same time. Sizes stand behind an entry's content, so nothing
/// is kept back; above 4 GB they have eight bytes, as the Java platform writes and reads them.
final class ZipParts {

  private static final int LOCAL = 0x04034b50;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final short VERSION = 20;
  private static final short VERSION_64 = 45;

  /// Sizes behind the content, names in UTF-8.
  private static final short FLAGS = 0x0808;

  private static final short DEFLATED = 8;

  /// 1 February 1980: the time of day and the day, as MS-DOS had them.
  private static final int THEN = 0x00410000;

  private static final long MOST = 0xffff_ffffL;
  private static final short EXTRA_64 = 1;

  private record Entry(String name, long at, int crc, long packed, long size) {

    boolean isLarge() {
      return packed >= MOST || size >= MOST || at >= MOST;
    }
  }

  private final OutputStream out;
  private final List<Entry> entries = new ArrayList<>();
  private final CRC32 crc = new CRC32();
  private String name = "";
  private long written;
  private long begun;
  private long content;
  private long size;

  ZipParts(OutputStream out) {
    this.out = out;
  }

  void begin(String entry) throws IOException {
    name = entry;
    begun = written;
    byte[] utf8 = entry.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[30 + utf8.length];
    ByteBuffer head = over(bytes);
    head.putInt(LOCAL).putShort(VERSION).putShort(FLAGS).putShort(DEFLATED).putInt(THEN);
    head.putInt(0).putInt(0).putInt(0).putShort((short) utf8.length).putShort((short) 0);
    head.put(utf8);
    write(bytes);
    content = written;
    size = 0;
    crc.reset();
  }

  /// More of the entry that was begun.
  void add(Packed part) throws IOException {
    crc.update(part.plain());
    size += part.plain().length;
    write(part.packed());
  }

  void end() throws IOException {
    long packed = written - content;
    boolean large = packed >= MOST || size >= MOST;
    byte[] bytes = new byte[large ? 24 : 16];
    ByteBuffer sizes = over(bytes);
    sizes.putInt(DESCRIPTOR).putInt((int) crc.getValue());
    if (large) {
      sizes.putLong(packed).putLong(size);
    } else {
      sizes.putInt((int) packed).putInt((int) size);
    }
    write(bytes);
    entries.add(new Entry(name, begun, (int) crc.getValue(), packed, size));
  }

  void put(String entry, String text) throws IOException {
    begin(entry);
    add(Packed.last(text.getBytes(StandardCharsets.UTF_8)));
    end();
  }

  /// The list of all entries, which ends the file. The stream stays open.
  void finish() throws IOException {
    long start = written;
    for (Entry entry : entries) {
      write(central(entry));
    }
    long length = written - start;
    if (start >= MOST) {
      throw new IOException("the workbook is larger than 4 GB");
    }
    byte[] bytes = new byte[22];
    ByteBuffer end = over(bytes);
    end.putInt(END).putInt(0).putShort((short) entries.size()).putShort((short) entries.size());
    end.putInt((int) length).putInt((int) start).putShort((short) 0);
    write(bytes);
    out.flush();
  }

  private static byte[] central(Entry entry) {
    boolean large = entry.isLarge();
    int extra = large ? 28 : 0;
    byte[] utf8 = entry.name().getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[46 + utf8.length + extra];
    ByteBuffer head = over(bytes);
    short version = large ? VERSION_64 : VERSION;
    head.putInt(CENTRAL).putShort(version).putShort(version).putShort(FLAGS).putShort(DEFLATED);
    head.putInt(THEN).putInt(entry.crc());
    head.putInt((int) (large ? MOST : entry.packed()));
    head.putInt((int) (large ? MOST : entry.size()));
    head.putShort((short) utf8.length).putShort((short) extra).putShort((short) 0);
    head.putShort((short) 0).putShort((short) 0).putInt(0);
    head.putInt((int) (large ? MOST : entry.at())).put(utf8);
    if (large) {
      head.putShort(EXTRA_64).putShort((short) 24);
      head.putLong(entry.size()).putLong(entry.packed()).putLong(entry.at());
    }
    return bytes;
  }

  private static ByteBuffer over(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }
}
