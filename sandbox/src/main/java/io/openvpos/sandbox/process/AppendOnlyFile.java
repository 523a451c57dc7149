package io.openvpos.sandbox.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A file of lines that only grows. A line is with the operating system when `append` returns, so
/// it survives a kill of the process. A half line at the end, left by a kill, was never
/// acknowledged: opening the file cuts it off.
public final class AppendOnlyFile implements AutoCloseable {

  private final FileChannel channel;

  /// Opens or makes the file, and the folders above it.
  public AppendOnlyFile(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      long complete = completeBytes();
      channel.truncate(complete);
      channel.position(complete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The complete lines of a file, none if it does not exist.
  public static List<String> lines(Path file) {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      String text = Files.readString(file);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long completeBytes() throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    for (long size = channel.size(); size > 0; size--) {
      last.clear();
      channel.read(last, size - 1);
      if (last.get(0) == '\n') {
        return size;
      }
    }
    return 0;
  }

  /// Adds one line and returns once the operating system has it.
  public synchronized void append(String line) {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
