package io.openvpos.sandbox.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder that everything the sandbox knows is in. One sandbox at a time.
public final class DataFolder {

  private static final String LOCK = "lock";

  /// Held until the process ends, however it ends. A channel that nothing refers to would be closed
  /// by the garbage collector, and the lock with it.
  private static final List<FileLock> HELD = new CopyOnWriteArrayList<>();

  private final Path folder;

  public DataFolder(Path folder) {
    this.folder = folder;
  }

  /// Takes the folder for this process, wiped if `fresh`; true if it holds no data yet. A folder
  /// that another process has open is an [IllegalStateException].
  public boolean open(boolean fresh) {
    try {
      Files.createDirectories(folder);
      lock();
      if (fresh) {
        wipe();
      }
      try (Stream<Path> inside = Files.list(folder)) {
        return inside.allMatch(this::isLock);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void lock() throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new IllegalStateException("another sandbox has its data in " + folder);
    }
    HELD.add(lock);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another one in this very process.
      return null;
    }
  }

  private void wipe() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder) && !isLock(path)) {
          Files.delete(path);
        }
      }
    }
  }

  private boolean isLock(Path path) {
    return path.equals(folder.resolve(LOCK));
  }
}
