package io.openvpos.sandbox.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What commands changed in the maps since their pages were last written, in files of a folder.
///
/// A file is a row of frames: the length of the changes (4 bytes), their CRC-32C (4 bytes), the
/// changes. A change is the map's number, what was done, the key and, if it was put, the value. A
/// frame holds whole commands only, and is restored whole or, if a kill tore it, not at all. What
/// is restored twice comes to the same, because a change names the value, not how it came about.
final class CommandLog implements AutoCloseable {

  /// Takes what a file of the log holds.
  interface Restorer {

    /// Does a change again.
    ///
    /// @param value null where the key was removed
    void restore(int map, Object key, @Nullable Object value);
  }

  private static final Logger LOG = LoggerFactory.getLogger(CommandLog.class);
  private static final String PREFIX = "store.log.";
  private static final int HEADER_BYTES = 8;
  private static final byte PUT = 1;
  private static final byte REMOVED = 2;

  private final Path folder;

  // Commands append to one buffer while the other is on its way to the file.
  private WriteBuffer appended = new WriteBuffer();
  private WriteBuffer written = new WriteBuffer();

  // False while a change is being appended, and for good where that failed.
  private boolean whole = true;
  private @Nullable FileChannel file;
  private long number;
  private long bytes;

  CommandLog(Path folder) {
    this.folder = folder;
    clear(appended);
    clear(written);
  }

  private static void clear(WriteBuffer buffer) {
    buffer.clear();
    buffer.position(HEADER_BYTES);
  }

  synchronized void put(int map, Object key, Object value) {
    append(map, PUT, key);
    BsonPageType.INSTANCE.write(appended, value);
    whole = true;
  }

  synchronized void remove(int map, Object key) {
    append(map, REMOVED, key);
    whole = true;
  }

  private void append(int map, byte kind, Object key) {
    whole = false;
    appended.putVarInt(map);
    appended.put(kind);
    BsonPageType.INSTANCE.write(appended, key);
  }

  /// Takes what was appended as the next frame. No command may be under way, so that the frame
  /// holds none in part, and the frame taken before must have been written. Throws where a change
  /// is here in part only: a map has it, and what would be restored of it is anything.
  synchronized void take() {
    if (!whole) {
      throw new IllegalStateException("A change could not be appended to the log.");
    }
    WriteBuffer taken = appended;
    appended = written;
    written = taken;
  }

  /// Writes the frame that was taken.
  void write() {
    int length = written.position() - HEADER_BYTES;
    if (length > 0) {
      ByteBuffer frame = written.getBuffer().duplicate();
      frame.flip();
      frame.putInt(0, length).putInt(4, checksum(frame.slice(HEADER_BYTES, length)));
      append(frame);
    }
    clear(written);
  }

  /// Forgets the frame that was taken, because pages hold it.
  void discard() {
    clear(written);
  }

  private void append(ByteBuffer frame) {
    if (file == null) {
      throw new IllegalStateException("No file of the log is open.");
    }
    try {
      while (frame.hasRemaining()) {
        bytes += file.write(frame);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many bytes the file being written has.
  long bytes() {
    return bytes;
  }

  /// The number of the file being written.
  long number() {
    return number;
  }

  /// Goes on in a new file.
  void begin(long newNumber) {
    try {
      close();
      number = newNumber;
      bytes = 0;
      file =
          FileChannel.open(
              path(newNumber), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Removes the files whose changes are in pages.
  void deleteBefore(long first) {
    for (long old : numbers()) {
      if (old < first) {
        try {
          Files.deleteIfExists(path(old));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /// Does again what the files from a number on hold, up to the frame that a kill tore.
  ///
  /// @return the number of the newest file, or one less than the first if there is none
  long restore(long first, Restorer target) {
    long newest = first - 1;
    boolean torn = false;
    for (long next : numbers()) {
      if (next >= first) {
        if (torn || next != newest + 1) {
          throw new IllegalStateException("The log before file %d is not whole.".formatted(next));
        }
        torn = !restoreFile(path(next), target);
        newest = next;
      }
    }
    return newest;
  }

  /// Whether it holds whole frames only. What a kill tore was told to nobody; where something else
  /// did the damage, this says how much is gone.
  private static boolean restoreFile(Path path, Restorer target) {
    try (FileChannel frames = FileChannel.open(path)) {
      long whole = 0;
      while (restoreFrame(frames, target)) {
        whole = frames.position();
      }
      long left = frames.size() - whole;
      if (left > 0) {
        LOG.warn("The last {} bytes of {} are no whole frame and are left out.", left, path);
      }
      return left == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean restoreFrame(FileChannel frames, Restorer target) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    if (!read(frames, header)) {
      return false;
    }
    int length = header.getInt(0);
    if (length <= 0 || length > frames.size() - frames.position()) {
      return false;
    }
    ByteBuffer changes = ByteBuffer.allocate(length);
    if (!read(frames, changes) || checksum(changes.duplicate()) != header.getInt(4)) {
      return false;
    }
    restoreChanges(changes, target);
    return true;
  }

  private static boolean read(FileChannel frames, ByteBuffer whole) throws IOException {
    while (whole.hasRemaining()) {
      if (frames.read(whole) < 0) {
        return false;
      }
    }
    whole.flip();
    return true;
  }

  private static void restoreChanges(ByteBuffer changes, Restorer target) {
    while (changes.hasRemaining()) {
      int map = DataUtils.readVarInt(changes);
      byte kind = changes.get();
      Object key = BsonPageType.INSTANCE.read(changes);
      target.restore(map, key, kind == PUT ? BsonPageType.INSTANCE.read(changes) : null);
    }
  }

  private static int checksum(ByteBuffer changes) {
    CRC32C crc = new CRC32C();
    crc.update(changes);
    return (int) crc.getValue();
  }

  private Path path(long fileNumber) {
    return folder.resolve(PREFIX + fileNumber);
  }

  private List<Long> numbers() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(found -> found.getFileName().toString())
          .filter(name -> name.startsWith(PREFIX))
          .map(name -> Long.parseLong(name.substring(PREFIX.length())))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
        file = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
