package io.openvpos.sandbox.verify.reading;

import io.openvpos.sandbox.verify.books.LogLine;
import io.openvpos.sandbox.verify.books.Rows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The lines of files and of all files below folders. What does not exist has no lines.
final class LogFiles implements Rows<LogLine> {

  private final List<Path> places;

  LogFiles(Path... places) {
    this.places = List.of(places);
  }

  @Override
  public void forEach(Consumer<LogLine> each) {
    for (Path place : places) {
      if (Files.exists(place)) {
        files(place).forEach(file -> lines(file, each));
      }
    }
  }

  private static List<Path> files(Path place) {
    try (Stream<Path> found = Files.walk(place)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lines(Path file, Consumer<LogLine> each) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        each.accept(new LogLine(file.getFileName().toString(), ++number, line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
