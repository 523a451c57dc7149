package io.openvpos.fraud.snapshots;

import io.openvpos.fraud.state.UnreadableStateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Snapshots in a folder, the newest [#KEPT] of each partition. A file is written beside, forced to
/// the disk and renamed: there is a whole one or none. Owner-only, because e-mails and addresses
/// are in it.
public final class SnapshotFolder {

  private static final Logger LOGGER = LoggerFactory.getLogger(SnapshotFolder.class);

  /// The newest may be ahead of what the group has committed; then the one before serves.
  static final int KEPT = 3;

  private static final String ENDING = ".state";

  private final Path folder;

  public SnapshotFolder(Path folder) {
    this.folder = folder;
  }

  /// When this returns the file outlives a loss of power. Returns its length.
  public long write(Snapshot snapshot) {
    byte[] bytes = SnapshotFile.write(snapshot);
    try {
      Files.createDirectories(folder);
      Path beside =
          Files.createTempFile(
              folder,
              snapshot.source() + "-",
              ".tmp",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        force(beside, bytes);
        Files.move(beside, folder.resolve(name(snapshot)), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
      forceFolder();
      forgetOld(snapshot.source());
      return bytes.length;
    } catch (IOException e) {
      throw new UncheckedIOException("snapshot of " + snapshot.source(), e);
    }
  }

  /// The newest readable one whose last record is before `before`.
  ///
  /// @param before the first offset that is still to be answered
  public Optional<Snapshot> newest(String source, String schema, long before) {
    return newest(source, schema, 0, before);
  }

  /// The same, of those only whose last record is not before `from`.
  public Optional<Snapshot> newest(String source, String schema, long from, long before) {
    try {
      for (Path file : files(source)) {
        long offset = offset(file, source);
        if (offset >= from && offset < before) {
          Optional<Snapshot> found = read(file, source, schema);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    } catch (IOException e) {
      LOGGER.warn("snapshots of {} cannot be listed", source, e);
    }
    return Optional.empty();
  }

  private static Optional<Snapshot> read(Path file, String source, String schema) {
    try {
      return Optional.of(SnapshotFile.read(Files.readAllBytes(file), source, schema));
    } catch (IOException | UnreadableStateException | OutOfMemoryError e) {
      LOGGER.warn("{} is left aside: {}", file, e.toString());
      return Optional.empty();
    }
  }

  private static String name(Snapshot snapshot) {
    return snapshot.source() + "@" + snapshot.offset() + ENDING;
  }

  private static void force(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private void forceFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// By age and not by offset: a topic that was made anew begins at 0 again. What a crash left half
  /// written goes too.
  private void forgetOld(String source) throws IOException {
    List<Path> files = files(source);
    files.sort(Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed());
    for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
    try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, source + "-*.tmp")) {
      for (Path half : halves) {
        Files.deleteIfExists(half);
      }
    }
  }

  /// The newest first.
  private List<Path> files(String source) throws IOException {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, source + "@*" + ENDING)) {
      for (Path file : found) {
        if (offset(file, source) >= 0) {
          files.add(file);
        }
      }
    }
    files.sort(Comparator.comparingLong((Path file) -> offset(file, source)).reversed());
    return files;
  }

  /// −1 for a file of another kind.
  private static long offset(Path file, String source) {
    String name = file.getFileName().toString();
    try {
      return Long.parseLong(name.substring(source.length() + 1, name.length() - ENDING.length()));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
