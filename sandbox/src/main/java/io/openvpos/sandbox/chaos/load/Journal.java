package io.openvpos.sandbox.chaos.load;

import io.openvpos.sandbox.process.AppendOnlyFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Everything that the shops were told, a line each, written as it comes.
public final class Journal implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final AppendOnlyFile file;

  public Journal(Path path) {
    file = new AppendOnlyFile(path);
  }

  void append(JournalLine line) {
    file.append(JSON.writeValueAsString(line));
  }

  /// All lines in the order written.
  public static void forEach(Path path, Consumer<JournalLine> each) {
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      reader.lines().forEach(line -> each.accept(JSON.readValue(line, JournalLine.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
